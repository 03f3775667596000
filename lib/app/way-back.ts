import { currentVerdict, type Incident } from '../model/incident.ts';
import type { Observation } from '../model/observation.ts';
import { mayBeOver, restsOnTrouble } from '../model/outage-over.ts';
import { toMillis } from '../model/timestamp.ts';
import { isSignedInAnywhere, type SessionBook } from '../sensing/session/session-book.ts';
import type { Job } from './job.ts';

const saysOver = (seen: Observation): boolean =>
  (seen.kind === 'feed' && seen.state === 'verified' && seen.entry.status === 'operational') ||
  (seen.kind === 'official' && seen.status === 'resolved');

/** Where a word of trouble has just been followed by a word that it is over, the front door is to be asked. */
export const suspectWayBack = (job: Job): void => {
  for (const { service, verdicts } of job.open) {
    const { verdict } = currentVerdict({ verdicts });
    if (restsOnTrouble(verdict) && job.log.some((seen) => seen.service === service && saysOver(seen)))
      job.suspects.add(service);
  }
};

/** A word of trouble this long before an incident belongs to it. */
const BEFORE_MS = 15 * 60_000;

/**
 * Whether an outage is over for a person who is still signed out: the shared status knew of it and says that it is, and
 * the service has answered since. Who is in again is told when the incident closes.
 */
export const isBackForOthers = (
  incident: Incident,
  observations: readonly Observation[],
  book: SessionBook,
): boolean => {
  if (!mayBeOver(currentVerdict(incident).verdict) || isSignedInAnywhere(book, incident.service))
    return false;
  const from = toMillis(incident.openedAt) - BEFORE_MS;
  let known = false;
  let over = false;
  let answers = false;
  for (const seen of observations) {
    if (seen.service !== incident.service || toMillis(seen.at) < from) continue;
    if (seen.kind === 'feed' && seen.state === 'verified') {
      over = saysOver(seen);
      known ||= seen.entry.status === 'outage' || seen.entry.status === 'degraded';
    } else if (seen.kind === 'request') answers = over && seen.outcome === 'ok';
    answers &&= over;
  }
  return known && answers;
};
