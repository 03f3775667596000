import type { FeedState } from '../model/feed.ts';

/** The reasons for which a feed counts as absent. */
export type AbsentFeedState = Exclude<FeedState, 'verified'>;

/** What exactly was wrong, in a word for programs and diagnostics, and the reason it counts as. */
export const FAULT_STATES = {
  'not-asked': 'unreachable',
  network: 'unreachable',
  timeout: 'unreachable',
  status: 'unreachable',
  'content-type': 'invalid',
  'too-large': 'invalid',
  'not-json': 'invalid',
  'not-signed': 'invalid',
  'signature-wrong': 'invalid',
  'signatures-missing': 'invalid',
  'not-a-feed': 'invalid',
  'issued-in-future': 'invalid',
  'valid-too-long': 'invalid',
  'epoch-unknown': 'invalid',
  'trust-unusable': 'invalid',
  expired: 'stale',
  'keys-expired': 'stale',
  /** By its own clock the server's feed holds: it is the person's clock that is wrong, or the server's. */
  'clock-off': 'stale',
  'epoch-passed': 'rolled-back',
  'sequence-passed': 'rolled-back',
  'sequence-reused': 'rolled-back',
} as const satisfies Record<string, AbsentFeedState>;

export type FeedFault = keyof typeof FAULT_STATES;

export const FEED_FAULTS = Object.keys(FAULT_STATES) as FeedFault[];

/** The faults after which a newer keyset may make the same feed good. */
export const asksForKeys = (fault: FeedFault): boolean =>
  fault === 'signatures-missing' || fault === 'signature-wrong' || fault === 'epoch-unknown';

/** The faults that a wrong clock makes out of a good feed. */
export const isOfTime = (fault: FeedFault): boolean => fault === 'expired' || fault === 'issued-in-future';

/** Somebody changed the feed on its way: it names a key that we know, and that key did not sign these bytes. */
export const isTampering = (fault: FeedFault | null): boolean => fault === 'signature-wrong';

const GRAVITY: readonly AbsentFeedState[] = ['unreachable', 'stale', 'rolled-back', 'invalid'];

/** Of two faults the one that tells more; the first of equals. */
export const graver = (first: FeedFault | null, second: FeedFault): FeedFault => {
  if (first === null) return second;
  const weight = (fault: FeedFault) => GRAVITY.indexOf(FAULT_STATES[fault]) + (isTampering(fault) ? 1 : 0);
  return weight(second) > weight(first) ? second : first;
};
