import type { Plugin } from 'vite';

const MARKS = /\/lib\/services\/[\w-]+-marks\.ts$/;
/** What tells people, tests and the classify command where a mark comes from; the page sensor itself needs none of it. */
const FOR_PEOPLE = /\b(seen: \d+|grade: '\w'|id: ('[^']*'|`[^`]*`)),?/g;

const WRAPPER = /virtual:wxt-content-script-isolated-world-entrypoint/;
const BARE_WRAPPER = `
import definition from 'virtual:user-content-script-isolated-world-entrypoint';
export default definition.main();
`;

/**
 * Keeps content scripts small. It leaves out of the package what page marks carry for people only, and the
 * framework's wrapper of content scripts: that one announces itself by an event in the document, which any page can
 * hear (and so learn of the extension) and repeat (and so end the script).
 */
export const leanContentScripts = (): Plugin => ({
  name: 'lean-content-scripts',
  enforce: 'pre',
  transform: (code, id) => {
    if (MARKS.test(id)) return { code: code.replace(FOR_PEOPLE, ''), map: null };
    if (process.env.DEBUG_LEAN) console.log(id);
    return WRAPPER.test(id) ? { code: BARE_WRAPPER, map: null } : undefined;
  },
});
