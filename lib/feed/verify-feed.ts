import type { FeedPayload } from '../model/feed.ts';
import type { Keyset } from '../model/signed-feed.ts';
import { readEnvelope } from './envelope.ts';
import type { FeedFault } from './feed-fault.ts';
import { timeFault } from './freshness.ts';
import { parsePayload, readAs } from './read-payload.ts';
import { satisfies, verifySignatures } from './verify-signatures.ts';

/** The last feed that was accepted. `payload` is the signed text itself (base64url). */
export interface AcceptedFeed {
  readonly epoch: number;
  readonly sequence: number;
  readonly payload: string;
  readonly witnessed: boolean;
}

export type VerifiedFeed =
  | { readonly ok: true; readonly feed: FeedPayload; readonly accepted: AcceptedFeed }
  | { readonly ok: false; readonly fault: FeedFault };

const orderFault = (
  payload: FeedPayload,
  text: string,
  keys: Keyset,
  last: AcceptedFeed | null,
): FeedFault | null => {
  if (payload.epoch !== keys.epoch) return payload.epoch < keys.epoch ? 'epoch-passed' : 'epoch-unknown';
  if (last?.epoch !== payload.epoch) return null; // A new epoch starts its sequence anew.
  if (payload.sequence < last.sequence) return 'sequence-passed';
  return payload.sequence === last.sequence && text !== last.payload ? 'sequence-reused' : null;
};

/**
 * Decides whether some bytes are a feed that may be believed at `now` (milliseconds since 1970), in a fixed order:
 * size, JSON, signatures, schema, time of issue, expiry, epoch, sequence. The keyset must hold at `now`. The result
 * is the feed as it may be believed and what to remember of it, or the first fault. Never throws.
 */
export const verifyFeed = async (
  bytes: Uint8Array,
  keys: Keyset,
  last: AcceptedFeed | null,
  now: number,
): Promise<VerifiedFeed> => {
  const read = readEnvelope(bytes);
  if (!read.ok) return read;
  const { feed, witness } = keys.roles;
  const signers = await verifySignatures(read.envelope, [...feed.keys, ...witness.keys]);
  if (!satisfies(feed, signers) || !signers.payload)
    return { ok: false, fault: signers.wrong ? 'signature-wrong' : 'signatures-missing' };
  const payload = parsePayload(signers.payload);
  if (!payload) return { ok: false, fault: 'not-a-feed' };
  const text = read.envelope.payload;
  const fault = timeFault(payload, now) ?? orderFault(payload, text, keys, last);
  if (fault) return { ok: false, fault };
  // The same bytes stay witnessed when another copy of them comes without the witness.
  const witnessed = satisfies(witness, signers) || (last?.payload === text && last.witnessed);
  const accepted = { epoch: payload.epoch, sequence: payload.sequence, payload: text, witnessed };
  return { ok: true, feed: readAs(payload, witnessed), accepted };
};
