import { base64url } from 'jose';
import { feedPayload, type FeedPayload } from '../../lib/model/feed.ts';
import type { ServiceId } from '../../lib/model/service-id.ts';
import { toMillis } from '../../lib/model/timestamp.ts';
import { z } from '../../lib/model/zod.ts';
import type { Keyring } from '../keys/keyring.ts';
import { isPlausible } from '../publish/next-sequence.ts';
import { FEED_LIFE } from '../publish/payload.ts';
import type { WitnessAnswer } from '../publish/witness.ts';
import { signEnvelope } from '../signing/sign-envelope.ts';
import { isSignedBy, payloadOf, readEnvelope } from '../signing/verify-envelope.ts';

export type WitnessFault =
  'not-signed' | 'not-a-feed' | 'wrong-time' | 'wrong-epoch' | 'sequence-passed' | 'no-key' | 'no-memory';

/** What newer keys may heal. */
const OF_KEYS: ReadonlySet<string> = new Set<WitnessFault>(['not-signed', 'wrong-epoch', 'no-key']);

export interface DeskParts {
  readonly keys: () => Keyring;
  readonly now: () => number;
  /** Whether this machine sees trouble of a service with its own eyes. */
  readonly confirms: (service: ServiceId, now: number) => boolean;
  /** The last sequence that was witnessed in an epoch; kept beyond the end of the process. */
  readonly lastSequence: (epoch: number) => number;
  /** False when it cannot be kept: then nothing is signed. */
  readonly saveSequence: (epoch: number, sequence: number) => boolean;
  /** Looks for newer keys; true when some were taken up. */
  readonly newerKeys: () => Promise<boolean>;
}

/** The clocks of two machines may differ by so much, in milliseconds. */
const TOLERANCE = 60_000;

const timesHold = ({ issuedAt, expiresAt }: FeedPayload, now: number): boolean => {
  const [issued, expires] = [toMillis(issuedAt), toMillis(expiresAt)];
  return Math.abs(now - issued) <= TOLERANCE && expires > issued && expires <= issued + FEED_LIFE;
};

/**
 * Signs what it can confirm: a feed that the feed's own key signed, of now, above every one that it witnessed before. Of two
 * feeds with one sequence it signs one. An outage that it does not see itself is named instead.
 */
export const createWitnessDesk = (parts: DeskParts) => {
  const { keys, now, confirms, lastSequence, saveSequence, newerKeys } = parts;
  const judge = async (bytes: Uint8Array): Promise<WitnessAnswer | { readonly fault: WitnessFault }> => {
    const { keyset, witness } = keys();
    if (witness.length === 0 || toMillis(keyset.expiresAt) <= now()) return { fault: 'no-key' };
    const envelope = readEnvelope(bytes);
    if (!envelope || !(await isSignedBy(envelope, keyset.roles.feed))) return { fault: 'not-signed' };
    const parsed = z.safeParse(feedPayload, payloadOf(envelope));
    if (!parsed.success) return { fault: 'not-a-feed' };
    const payload = parsed.data;
    if (!timesHold(payload, now())) return { fault: 'wrong-time' };
    if (payload.epoch !== keyset.epoch) return { fault: 'wrong-epoch' };
    // What is far ahead of the clock is never witnessed: so nobody can use up the numbers.
    if (payload.sequence <= lastSequence(payload.epoch) || !isPlausible(payload.sequence, now()))
      return { fault: 'sequence-passed' };
    const unconfirmed = Object.entries(payload.services)
      .filter(([id, { status }]) => status === 'outage' && !confirms(id, now()))
      .map(([id]) => id);
    if (unconfirmed.length > 0) return { unconfirmed };
    if (!saveSequence(payload.epoch, payload.sequence)) return { fault: 'no-memory' };
    const { signatures } = await signEnvelope(base64url.decode(envelope.payload), witness);
    return { signatures: [...signatures] };
  };
  return async (bytes: Uint8Array): ReturnType<typeof judge> => {
    const answer = await judge(bytes);
    const mayHeal = 'fault' in answer && OF_KEYS.has(answer.fault) && readEnvelope(bytes) !== null;
    return mayHeal && (await newerKeys()) ? judge(bytes) : answer;
  };
};
