import { isDeepStrictEqual } from 'node:util';
import type { FeedFault } from '../../../lib/feed/feed-fault.ts';
import type { VerifiedFeed } from '../../../lib/feed/verify-feed.ts';
import type { FeedPayload } from '../../../lib/model/feed.ts';
import { cleanOfficial } from '../../../lib/model/official-words.ts';
import { LAST, type FuzzCase } from './cases.ts';
import { LAST_SEQUENCE, MINUTE, NOW } from './random-payload.ts';
import { isEnvelope, isHeaderOf, isPayload, strictJson } from './reference.ts';
import { FEED, KEYSET, WITNESS, type FuzzKey } from './signing.ts';

/** What must come of a case: the feed as it may be believed, or in which step it is refused. */
export type Expected = { readonly feed: FeedPayload } | { readonly refusedFor: string };

/** Faults between which the reference does not tell, since it looks at them together. */
const STEPS: Partial<Record<FeedFault, string>> = {
  'too-large': 'shape',
  'not-json': 'shape',
  'not-signed': 'shape',
  'signature-wrong': 'signatures',
  'signatures-missing': 'signatures',
};
export const stepOf = (fault: FeedFault): string => STEPS[fault] ?? fault;

interface Envelope {
  readonly payload: string;
  readonly signatures: readonly { readonly protected: string; readonly signature: string }[];
}

const hasSigned = ({ payload, signatures }: Envelope, key: FuzzKey, { made }: FuzzCase): boolean =>
  signatures.some(
    ({ protected: part, signature }) =>
      signature.length % 4 !== 1 &&
      isHeaderOf(key.publicKey.kid)(strictJson(Buffer.from(part, 'base64url'))) &&
      made.some(
        (one) =>
          one.by.publicKey.x === key.publicKey.x &&
          one.payload === payload &&
          one.protected === part &&
          Buffer.from(one.signature, 'base64url').equals(Buffer.from(signature, 'base64url')),
      ),
  );

const orderFault = (
  { issuedAt, expiresAt, epoch, sequence }: FeedPayload,
  text: string,
): FeedFault | null => {
  const [issued, expires] = [Date.parse(issuedAt), Date.parse(expiresAt)];
  if (issued - NOW > 5 * MINUTE) return 'issued-in-future';
  if (expires <= NOW) return 'expired';
  if (expires - issued > 15 * MINUTE) return 'valid-too-long';
  if (epoch !== KEYSET.epoch) return epoch > KEYSET.epoch ? 'epoch-unknown' : 'epoch-passed';
  if (sequence < LAST_SEQUENCE) return 'sequence-passed';
  return sequence === LAST_SEQUENCE && text !== LAST ? 'sequence-reused' : null;
};

/** What must come of a case, found without the code that is tried. */
export const expectedOf = (one: FuzzCase): Expected => {
  if (one.bytes.length > 64 * 1024) return { refusedFor: 'shape' };
  const envelope = strictJson(one.bytes);
  if (!isEnvelope(envelope)) return { refusedFor: 'shape' };
  const signed = envelope as Envelope;
  if (!hasSigned(signed, FEED, one)) return { refusedFor: 'signatures' };
  const content = strictJson(Buffer.from(signed.payload, 'base64url'));
  if (!isPayload(content)) return { refusedFor: 'not-a-feed' };
  const payload = content as FeedPayload;
  const fault = orderFault(payload, signed.payload);
  if (fault) return { refusedFor: fault };
  const isWitnessed = hasSigned(signed, WITNESS, one);
  const services = Object.entries(payload.services).map(([service, entry]) => [
    service,
    {
      ...entry,
      status: entry.status === 'outage' && !isWitnessed ? 'degraded' : entry.status,
      official: entry.official && cleanOfficial(entry.official),
    },
  ]);
  return { feed: { ...payload, services: Object.fromEntries(services) } };
};

/** What is wrong with what came of a case; null when it is what must come of it. */
export const complaintAbout = (expected: Expected, came: VerifiedFeed): string | null => {
  if ('refusedFor' in expected)
    return came.ok
      ? `accepted, though it must be refused for ${expected.refusedFor}`
      : stepOf(came.fault) === expected.refusedFor
        ? null
        : `refused for ${came.fault}, not for ${expected.refusedFor}`;
  if (!came.ok) return `refused for ${came.fault}, though nothing is wrong with it`;
  return isDeepStrictEqual(came.feed, expected.feed) ? null : 'read as something else than it says';
};
