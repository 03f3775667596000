import type { ServiceId } from '../../../lib/model/service-id.ts';
import { note, type Course } from './course.ts';

/** The state of the network again is worth a line after this long (ms). */
const AGAIN = 120_000;
/** Two hosts that fail as behind a portal must do so this close together (ms). */
const TOGETHER = 120_000;

/** The browser, or two failing hosts, say how the network is. */
export const noteNetwork = (
  course: Course,
  state: 'online' | 'offline' | 'captive-portal',
  after = 0,
): void => {
  const before = course.network;
  if (before?.state === state && course.now + after - before.at < AGAIN) return;
  course.network = { state, at: course.now + after };
  note(course, { service: null, kind: 'connectivity', state }, after);
};

/** A host answered with a foreign certificate or page, or the feed did not answer; two of these are a portal. */
export const noteWitness = (course: Course, who: ServiceId | 'feed', after: number): void => {
  const at = course.now + after;
  course.witnesses.set(who, at);
  const fresh = [...course.witnesses].filter(([, seenAt]) => at - seenAt <= TOGETHER);
  if (fresh.length >= 2 && fresh.some(([one]) => one !== 'feed'))
    noteNetwork(course, 'captive-portal', after);
};

/** The browser's own event when the network comes back, while something is being watched. */
export const noteReturn = (course: Course): void => {
  const { network } = course.situation;
  if (network?.how !== 'offline' || course.now < network.until) return;
  if (course.network?.state === 'offline') noteNetwork(course, 'online');
};
