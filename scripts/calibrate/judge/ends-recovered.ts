import type { Observation } from '../../../lib/model/observation.ts';
import type { PageKind } from '../../../lib/model/page-kind.ts';
import type { ServiceId } from '../../../lib/model/service-id.ts';
import { toMillis } from '../../../lib/model/timestamp.ts';

/** Pages of a service in trouble: they say nothing of this person's session or account. */
const TROUBLE: readonly PageKind[] = ['error', 'unavailable'];

/**
 * Whether a log, from `since` (ms) on, ends in a recovery by the words of diagnosis.md, "How the rules meet": signed in
 * and then home or a success; or, where neither a session nor the account was out of reach, two successes in a row.
 */
export const endsRecovered = (log: readonly Observation[], service: ServiceId, since: number): boolean => {
  let lost = false;
  let isIn = false;
  let successes = 0;
  let recovered = false;
  for (const seen of log) {
    if (seen.service !== service || toMillis(seen.at) < since) continue;
    const works =
      (seen.kind === 'request' && seen.outcome === 'ok') || (seen.kind === 'page' && seen.page === 'home');
    const fails = (seen.kind === 'request' && seen.outcome !== 'ok') || (seen.kind === 'page' && !works);
    if (seen.kind === 'session') {
      isIn = seen.change !== 'ended';
      lost ||= !isIn;
    }
    if (seen.kind === 'login') isIn = seen.outcome === 'accepted';
    if (seen.kind === 'page' && works) lost = false;
    if (seen.kind === 'page' && !works && !TROUBLE.includes(seen.page)) {
      lost = true;
      isIn = false;
    }
    if (fails || (seen.kind === 'session' && !isIn)) {
      successes = 0;
      recovered = false;
    }
    if (!works) continue;
    successes += 1;
    if (isIn || (!lost && successes >= 2)) recovered = true;
  }
  return recovered;
};
