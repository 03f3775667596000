import type { Plugin } from 'vite';

const POLYFILL = /\/webextension-polyfill\/dist\/browser-polyfill\.js$/;

/** The browser's own object, chosen as the polyfill chooses it. */
export const OWN_API = `const own = globalThis.browser?.runtime?.id ? globalThis.browser : globalThis.chrome;
export default own;
`;

/**
 * Puts the browser's own API in the place of the polyfill, of which the types stay. Every browser that runs this answers
 * with promises itself: Firefox always did, Chromium does for all that is called under manifest version 3. The polyfill
 * would step aside in both of those that are tested, and weighs two kilobytes in the background and in each page.
 */
export const noPolyfill = (): Plugin => ({
  name: 'no-polyfill',
  transform(_code, id) {
    return POLYFILL.test(id.split('?')[0] ?? '') ? { code: OWN_API, map: null } : undefined;
  },
});
