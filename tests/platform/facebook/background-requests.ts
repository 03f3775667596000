import { guardedJson, json, type Answer, type PlatformRequest } from '../exchange.ts';
import type { Session } from '../sessions.ts';
import type { SiteState } from '../site-state.ts';

/** The answer that a background request without a valid session gets, status 200 (2019; the words are localised). */
const notLoggedIn = (): Answer =>
  guardedJson({
    error: 1357001,
    errorSummary: 'Not logged in',
    errorDescription: 'Please log in to continue.',
  });

export const isBackgroundRequest = ({ path }: PlatformRequest): boolean =>
  path.startsWith('/api/graphql') || path.startsWith('/ajax/');

/** What the page's own requests are told, by mode and session. */
export const answerBackgroundRequest = (site: SiteState, session: Session | null): Answer => {
  if (site.mode === 'errors') return json({ errors: [{ code: 1675030, summary: 'Query error' }] }, 503);
  if (site.mode === 'rate-limited') return json({ error: 1390008 }, 429);
  if (!session || session.ending === 'json' || site.mode === 'session-expired') return notLoggedIn();
  return guardedJson({ data: {}, extensions: { is_final: true } });
};
