import type { PageSnapshot } from './page-snapshot.ts';
import { findAll } from './find.ts';

/** Characters of script text that are searched at most, so that a huge page costs a bounded time. */
const MOST = 3_000_000;
const ROUTE = '"tracePolicy":"';
/** As an active root, not as the fallback that every page names. */
const ERROR_ROOT = '"__dr":"CometErrorRoot.react"';

const SOMEBODY = /^[\s"]*([1-9]|true)/;
const NOBODY = /^[\s"]*(0\b|null|false)/;

/** The first route that is one: `*` stands for any. */
const readRoute = (text: string): string => {
  if (text.includes(ERROR_ROOT)) return 'ErrorRoot';
  for (let at = text.indexOf(ROUTE); at >= 0; at = text.indexOf(ROUTE, at + 1)) {
    const route = /^[\w.]+/.exec(text.slice(at + ROUTE.length, at + ROUTE.length + 80));
    if (route) return route[0];
  }
  return '';
};

const readSession = (text: string, key: string): PageSnapshot['session'] => {
  const at = text.indexOf(key);
  const value = at < 0 ? '' : text.slice(at + key.length, at + key.length + 20);
  return SOMEBODY.test(value) ? 'signed-in' : NOBODY.test(value) ? 'signed-out' : null;
};

/**
 * Reads what the service's own inline scripts say of the session (by `keys`, the surest first) and the active route,
 * and which of `words` they contain. The scripts are only read as text. What others write stands in them escaped, so
 * it cannot look like this.
 */
export const readInlineData = (
  document: Document,
  keys: readonly string[],
  words: readonly string[],
): Pick<PageSnapshot, 'session' | 'route' | 'inline'> => {
  const sessions = keys.map((): PageSnapshot['session'] => null);
  const inline = new Set<string>();
  let route = '';
  let left = MOST;
  for (const script of findAll(document, 'script:not([src])')) {
    const text = script.textContent;
    if ((left -= text.length) < 0) break;
    route ||= readRoute(text);
    keys.forEach((key, at) => (sessions[at] ??= readSession(text, key)));
    for (const word of words) if (text.includes(word)) inline.add(word);
    if (sessions[0] && route && inline.size === words.length) break;
  }
  // On an error route a session is no sign that the page can be used.
  const session = /error/i.test(route) ? null : (sessions.find(Boolean) ?? null);
  return { session, route, inline: [...inline] };
};
