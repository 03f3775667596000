import { createSharingBackend } from '../../lib/browser/sharing-backend.ts';
import { createWorld } from '../page-frame/create-world.ts';
import { mountOptions } from './mount-options.tsx';

const root = document.querySelector<HTMLElement>('#root');
if (root) mountOptions(root, createWorld(createSharingBackend()));
