import type { Plugin } from 'vite';

const LIBRARY = /\/preact\/dist\/preact\.mjs$/;
const ASSIGNMENT = /\b\w+\.innerHTML\s*=\s*\w+\.__html/g;

/**
 * Takes the one assignment to `innerHTML` out of the interface library: it serves a property that the linter forbids
 * here, and the store's reviewers would ask about it. Fails the build when the library no longer has exactly one.
 */
export const noInnerHtml = (): Plugin => ({
  name: 'no-inner-html',
  transform(code, id) {
    if (!LIBRARY.test(id.split('?')[0] ?? '')) return undefined;
    const found = code.match(ASSIGNMENT) ?? [];
    if (found.length !== 1)
      throw new Error(`expected one assignment to innerHTML in ${id}, found ${found.length}`);
    return { code: code.replace(ASSIGNMENT, 'void 0'), map: null };
  },
});
