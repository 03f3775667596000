import { decode } from 'jose/base64url';
import type { FeedPayload, FeedState } from '../model/feed.ts';
import { timeFault } from './freshness.ts';
import { FAULT_STATES, type FeedFault } from './feed-fault.ts';
import type { FeedMemory } from './feed-memory.ts';
import { parsePayload, readAs } from './read-payload.ts';

/**
 * The feed as it stands. With `verified` there is a payload that still holds; with any other state there is none, and
 * `none` means that there is no feed to ask.
 */
export interface FeedView {
  readonly state: FeedState | 'none';
  readonly payload: FeedPayload | null;
  /** As the payload has it: ISO 8601 UTC. */
  readonly issuedAt: string | null;
  /** When the payload came over the network, in milliseconds since 1970: later it tells nothing of the network. */
  readonly readAt: number | null;
  /** What was wrong with the last attempt, also while an earlier feed still holds. */
  readonly fault: FeedFault | null;
}

export const NO_FEED: FeedView = { state: 'none', payload: null, issuedAt: null, readAt: null, fault: null };

/** The view of an attempt that brought no feed. */
export const absent = (fault: FeedFault): FeedView => ({
  state: FAULT_STATES[fault],
  payload: null,
  issuedAt: null,
  readAt: null,
  fault,
});

/** The view of a feed that holds, with what was wrong with the last attempt. */
export const present = (payload: FeedPayload, readAt: number, fault: FeedFault | null): FeedView => ({
  state: 'verified',
  payload,
  issuedAt: payload.issuedAt,
  readAt,
  fault,
});

const heldPayload = ({ last, keys }: FeedMemory): FeedPayload | null => {
  // What was verified with other keys than those in use is not believed any more.
  if (!last || last.keysVersion !== keys?.version) return null;
  try {
    const payload = parsePayload(decode(last.payload));
    return payload && readAs(payload, last.witnessed);
  } catch {
    return null;
  }
};

/**
 * What the memory says at `now` (milliseconds since 1970): the accepted feed until its very expiry, whatever came
 * after it; else why there is none. There is no last known good beyond the expiry, nor for a clock that was set back.
 */
export const viewOf = (memory: FeedMemory, now: number): FeedView => {
  const payload = heldPayload(memory);
  const fault = payload && timeFault(payload, now);
  if (payload && memory.last && !fault) return present(payload, memory.last.readAt, memory.fault);
  return absent(memory.fault ?? fault ?? 'expired');
};
