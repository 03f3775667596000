import type { Observation } from '../../model/observation.ts';
import type { PageKind } from '../../model/page-kind.ts';
import type { Meaning } from '../course/meaning.ts';
import { QUIET, SETTLING } from '../numbers/windows.ts';
import type { OpenIncident } from './open-incident.ts';

type OfService = Exclude<Observation, { service: null }>;

const isNews = (seen: OfService): boolean => {
  if (seen.kind === 'feed')
    return seen.state === 'verified' && (seen.entry.status === 'outage' || seen.entry.status === 'degraded');
  if (seen.kind === 'official') return seen.status === 'outage' || seen.status === 'degraded';
  return !(seen.kind === 'request' && seen.purpose === 'probe' && seen.outcome === 'ok');
};

/** Pages that stand between a person and their account, or their data, while the server answers with 200. */
const BARRING: readonly PageKind[] = [
  'locked',
  'suspended',
  'checkpoint',
  'unusual-login',
  'contact-changed',
  'storage-lost',
];

/** Whether this is a page that bars the account: then an answer of the server is no sign that it is open again. */
export const barsAccount = (seen: Observation): boolean =>
  seen.kind === 'page' && BARRING.includes(seen.page);

/**
 * Follows the way back: signed in again and then a page or request that works; or, where no session was lost, two
 * successes in a row. Where a page barred the account, only getting in or a signed-in page is a success. `meaning` is
 * what `seen` means for that.
 */
export const followRecovery = (
  incident: OpenIncident,
  seen: OfService,
  meaning: Meaning,
  at: number,
): void => {
  if (isNews(seen) && meaning !== 'another-account') incident.newsAt = at;
  if (meaning === 'nothing') return;
  if (meaning === 'another-account') {
    // The sign-in just before may have been taken for the lost account's.
    incident.signedIn = false;
    incident.successes = 0;
    incident.recoveredAt = null;
    return;
  }
  if (meaning === 'trouble') {
    incident.successes = 0;
    incident.recoveredAt = null;
    if (seen.kind === 'session' || (seen.kind === 'page' && seen.page !== 'error')) incident.signedIn = false;
    if (seen.kind === 'session') incident.lostSession = true;
    if (barsAccount(seen)) incident.barred = true;
    return;
  }
  if (meaning === 'signed-in') {
    incident.signedIn = true;
    incident.barred = false;
    return;
  }
  if (seen.kind === 'page') incident.barred = false;
  if (incident.barred) return;
  incident.successes += seen.kind === 'request' ? (seen.count ?? 1) : 1;
  if (incident.signedIn || (!incident.lostSession && incident.successes >= 2)) incident.recoveredAt ??= at;
  // A home page is a signed-in page, however the session came back.
  if (seen.kind === 'page') incident.signedIn = true;
};

/** When and why the incident closes by itself if nothing more is seen; null while direct evidence stands (S1). */
export const closingOf = (
  incident: OpenIncident,
): { readonly at: number; readonly by: 'recovered' | 'quiet' } | null => {
  if (incident.facts.direct) return null;
  if (incident.recoveredAt !== null)
    return { at: Math.max(incident.recoveredAt, incident.heldUntil) + SETTLING, by: 'recovered' };
  return { at: incident.newsAt + QUIET, by: 'quiet' };
};

/** Notes when it closes by itself, after all that this depends on was taken in. */
export const noteClosing = (incident: OpenIncident): void => {
  incident.closesAt = closingOf(incident)?.at ?? Infinity;
};
