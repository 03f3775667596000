import { createPageBackend } from '../../lib/browser/page-backend.ts';
import { createWorld } from '../page-frame/create-world.ts';
import { mountHistory } from './mount-history.tsx';

const root = document.querySelector<HTMLElement>('#root');
if (root) mountHistory(root, createWorld(createPageBackend()));
