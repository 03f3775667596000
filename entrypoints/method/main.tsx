import { createPageBackend } from '../../lib/browser/page-backend.ts';
import { createWorld } from '../page-frame/create-world.ts';
import { mountMethod } from './mount-method.tsx';

const root = document.querySelector<HTMLElement>('#root');
if (root) mountMethod(root, createWorld(createPageBackend()));
