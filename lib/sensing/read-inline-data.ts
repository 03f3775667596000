import { findAll } from './find.ts';
import type { PageSnapshot } from './page-snapshot.ts';

/** Characters of script text that are searched at most, so that a huge page costs a bounded time; the session has been
 * seen at 1,300,000. The route of an error page comes within 250,000 after it. */
const MOST = 1_500_000;
const MOST_AFTER_SESSION = 500_000;

/** The active routes of error pages. Other names with "Error" stand in every page as fallbacks. */
const ERROR_ROUTES = ['"__dr":"CometErrorRoot.react"', '"tracePolicy":"polaris.httpErrorPage"'];

const SOMEBODY = /^[\s"]*([1-9]|true)/;
const NOBODY = /^[\s"]*(0\b|null|false)/;

const readSession = (text: string, key: string): PageSnapshot['session'] => {
  const at = text.indexOf(key);
  const value = at < 0 ? '' : text.slice(at + key.length, at + key.length + 20);
  return SOMEBODY.test(value) ? 'signed-in' : NOBODY.test(value) ? 'signed-out' : null;
};

/**
 * Reads what the service's own inline scripts say of the session (by `keys`, the surest first), and which of `words`
 * they contain. The scripts are only read as text. What others write stands in them escaped, so it cannot look like
 * this. On an error page the session is no sign that the service can be used: then nothing is said of it.
 */
export const readInlineData = (
  document: Document,
  keys: readonly string[],
  words: readonly string[],
): Pick<PageSnapshot, 'session' | 'inline'> => {
  let session: PageSnapshot['session'] = null;
  let surest = keys.length;
  const inline: string[] = [];
  let left = MOST;
  for (const script of findAll(document, 'script:not([src])')) {
    const text = script.textContent.slice(0, left);
    left -= text.length;
    // Once a key has spoken only surer ones are looked for.
    keys.forEach((key, at) => {
      const found = at < surest && readSession(text, key);
      if (!found) return;
      session = found;
      surest = at;
      left = MOST_AFTER_SESSION;
    });
    inline.push(...[...words, ...ERROR_ROUTES].filter((word) => text.includes(word)));
  }
  const isError = ERROR_ROUTES.some((route) => inline.includes(route));
  return { session: isError ? null : session, inline };
};
