import { createSharingBackend } from '../../lib/browser/sharing-backend.ts';
import { createWorld } from '../page-frame/create-world.ts';
import { mountWelcome } from './mount-welcome.tsx';

const root = document.querySelector<HTMLElement>('#root');
if (root) mountWelcome(root, createWorld(createSharingBackend()));
