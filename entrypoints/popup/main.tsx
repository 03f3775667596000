import { createPageBackend } from '../../lib/browser/page-backend.ts';
import { createWorld } from '../page-frame/create-world.ts';
import { mountPopup } from './mount-popup.tsx';

const root = document.querySelector<HTMLElement>('#root');
if (root) mountPopup(root, createWorld(createPageBackend()));
