import type { Plugin } from 'vite';

const POLYFILL = 'webextension-polyfill';
const NATIVE = '\0native-extension-api';

const isPage = (input: unknown): boolean => JSON.stringify(input ?? '').includes('.html');

/**
 * Keeps the extension's pages small: they use only calls that give promises by themselves in every browser that is
 * supported (storage, permissions, tabs, runtime), so that the polyfill, 3 kB of a popup of 45, has nothing to do.
 * The background keeps it.
 */
export const leanPages = (): Plugin => {
  let isOfPages = false;
  return {
    name: 'lean-pages',
    enforce: 'pre',
    configResolved: ({ build }) => {
      isOfPages = isPage(build.rolldownOptions.input);
    },
    resolveId: (id) => (isOfPages && id === POLYFILL ? NATIVE : undefined),
    load: (id) => (id === NATIVE ? 'export default globalThis.browser ?? globalThis.chrome;' : undefined),
  };
};
