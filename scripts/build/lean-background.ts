import type { Plugin } from 'vite';
import { unwrap } from './unwrap.ts';

const WRAPPER = /virtual:wxt-background-entrypoint/;

/**
 * Leaves the framework's wrapper out of the finished background, which has the tightest budget: it reloads while one
 * develops, and warns of a start that is not synchronous. Only for a package, since developing needs it. Fails the
 * build when the framework no longer wraps it so.
 */
export const leanBackground = (): Plugin => ({
  name: 'lean-background',
  enforce: 'pre',
  transform: (code, id) => {
    if (!WRAPPER.test(id)) return undefined;
    const script = unwrap(code);
    if (script === null) throw new Error(`expected a wrapped script in ${id}`);
    return { code: script, map: null };
  },
});
