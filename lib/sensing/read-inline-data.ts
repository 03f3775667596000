import type { InlineSession, ServicePages } from '../services/page-mark.ts';

export interface InlineData {
  readonly session: InlineSession | null;
  readonly route: string;
  readonly inline: readonly string[];
}

/** Characters of script text that are searched at most, so that a huge page costs a bounded time. */
const MOST = 3_000_000;
const ROUTE = '"tracePolicy":"';
/** As an active root, not as the fallback that every page names. */
const ERROR_ROOT = '"__dr":"CometErrorRoot.react"';

const readRoute = (text: string): string => {
  if (text.includes(ERROR_ROOT)) return 'CometErrorRoot';
  for (let at = text.indexOf(ROUTE); at >= 0; at = text.indexOf(ROUTE, at + 1)) {
    const route = /^[\w.]+/.exec(text.slice(at + ROUTE.length, at + ROUTE.length + 80))?.[0];
    if (route) return route;
  }
  return '';
};

/** What one script says, by the surest sign it has. */
const readSession = (text: string, pages: ServicePages): { rank: number; session: InlineSession } | null => {
  for (const [rank, sign] of pages.sessionSigns.entries()) {
    const at = text.indexOf(sign.needle);
    if (at < 0) continue;
    const near = text.slice(at, at + 1_000);
    if (sign.signedIn.test(near)) return { rank, session: 'signed-in' };
    if (sign.signedOut.test(near)) return { rank, session: 'signed-out' };
  }
  return null;
};

/**
 * Reads what the service's own inline scripts say of the session and the active route, and which of `words` they
 * contain. The scripts are only read as text. What others write stands in them escaped, so it cannot look like this.
 */
export const readInlineData = (root: Element, pages: ServicePages, words: readonly string[]): InlineData => {
  let session: InlineSession | null = null;
  let rank = Infinity;
  let route = '';
  let left = MOST;
  const inline = new Set<string>();
  for (const script of root.getElementsByTagName('script')) {
    const text = script.textContent;
    if (text.length < 20) continue;
    if ((left -= text.length) < 0) break;
    const found = rank > 0 ? readSession(text, pages) : null;
    if (found && found.rank < rank) ({ rank, session } = found);
    route ||= readRoute(text);
    for (const word of words) if (text.includes(word)) inline.add(word);
    if (rank === 0 && route && inline.size === words.length) break;
  }
  return { session, route, inline: [...inline] };
};
