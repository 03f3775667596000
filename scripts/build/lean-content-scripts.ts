import type { Plugin } from 'vite';
import { unwrap } from './unwrap.ts';

const MARKS = /\/lib\/services\/[\w-]+-marks\.ts$/;
/** What tells people, tests and the classify command where a mark comes from; the page sensor itself needs none of it. */
const FOR_PEOPLE = /\b(seen: \d+|grade: '\w'|service: '\w+'|id: ('[^']*'|`[^`]*`)),?/g;

const WRAPPER = /virtual:wxt-content-script-isolated-world-entrypoint/;

/** What the manifest says of a content script: the framework has read it by then, and the script needs none of it. */
const FOR_THE_MANIFEST = /\bmatches: \[[^\]]*\],\s*runAt: \S+,\s*/;

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
    const script = WRAPPER.test(id) ? unwrap(code) : null;
    return script === null ? undefined : { code: script, map: null };
  },
  renderChunk: (code) => ({ code: code.replace(FOR_THE_MANIFEST, ''), map: null }),
});
