import type { ObservationOf } from '../../model/observation.ts';
import { toMillis, toTimestamp } from '../../model/timestamp.ts';
import { isCaptive, withWitness, type PortalWitness } from '../../sensing/connectivity/captive-portal.ts';
import type { Job } from '../job.ts';

type State = ObservationOf<'connectivity'>['state'];

/** The same state again is worth a line after this long: the diagnosis asks for fresh knowledge of the network. */
const AGAIN_MS = 2 * 60_000;

/** Having a link takes back nothing of what was seen on it. */
const wasSeenOnTheLink = ({ state: { connectivity } }: Job): boolean =>
  connectivity?.state === 'captive-portal' || connectivity?.state === 'tampered';

/** Logs the state of the network when it has changed or the last word of it is old. */
export const noteConnectivity = (job: Job, state: State): void => {
  const before = job.state.connectivity;
  const isNews = before?.state !== state && !(state === 'online' && wasSeenOnTheLink(job));
  if (before && !isNews && job.at - toMillis(before.at) < AGAIN_MS) return;
  const at = toTimestamp(job.at);
  job.state = { ...job.state, connectivity: { state, at } };
  job.log.push({ at, service: null, kind: 'connectivity', state });
};

/** A watched host or the feed failed as behind a portal; with a second witness it is one. */
export const noteWitness = (job: Job, witness: PortalWitness['witness']): void => {
  const witnesses = [...withWitness(job.state.witnesses, { at: job.at, witness })];
  job.state = { ...job.state, witnesses };
  if (isCaptive(witnesses)) noteConnectivity(job, 'captive-portal');
};

/** The browser says that it went online or offline. Worth a line only while something is being watched. */
export const connectivityChanged = (job: Job, online: boolean): void => {
  if (online && job.open.length === 0 && job.state.connectivity === null) return;
  // Another link than the one on which a portal was seen.
  if (online && wasSeenOnTheLink(job)) job.state = { ...job.state, connectivity: null };
  noteConnectivity(job, online ? 'online' : 'offline');
};
