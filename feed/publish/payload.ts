import type { FeedEntry, FeedPayload } from '../../lib/model/feed.ts';
import { FEED_SIZE_LIMIT } from '../../lib/model/signed-feed.ts';
import { toTimestamp } from '../../lib/model/timestamp.ts';
import { jsonBytes } from '../signing/sign-envelope.ts';

/** How long a feed holds, in milliseconds. Readers refuse more than fifteen minutes. */
export const FEED_LIFE = 10 * 60_000;

/** One in a hundred of those who are signed in and well says so. */
export const PRESENCE_RATE = 0.01;

export type Services = Readonly<Record<string, FeedEntry>>;

/** The payload that is issued at `at` (milliseconds since 1970). `rate` is the share of reports that are wanted. */
export const makePayload = (
  place: { readonly epoch: number; readonly sequence: number },
  at: number,
  rate: number,
  services: Services,
): FeedPayload => ({
  format: 'outage-or-hacked/feed@1',
  epoch: place.epoch,
  sequence: place.sequence,
  issuedAt: toTimestamp(at),
  expiresAt: toTimestamp(at + FEED_LIFE),
  next: { minWaitSeconds: 300, jitterSeconds: 120 },
  reporting: { rate, presenceRate: PRESENCE_RATE, maxDelaySeconds: 180 },
  services: { ...services },
});

/** A signature with its header, many times over, and the envelope around them. */
const ENVELOPE_ROOM = 8 * 300;
/** Base64url makes four characters of three bytes. */
const PAYLOAD_LIMIT = Math.floor(((FEED_SIZE_LIMIT - ENVELOPE_ROOM) * 3) / 4);

const withoutCurve = ({ curve: _curve, ...entry }: FeedEntry): FeedEntry => entry;

/** The payload's bytes as they are signed; without curves where it would be more than a reader reads. Null when that is not enough. */
export const fittingBytes = (payload: FeedPayload): Uint8Array | null => {
  const whole = jsonBytes(payload);
  if (whole.length <= PAYLOAD_LIMIT) return whole;
  const services = Object.entries(payload.services).map(([id, entry]) => [id, withoutCurve(entry)] as const);
  const lean = jsonBytes({ ...payload, services: Object.fromEntries(services) });
  return lean.length <= PAYLOAD_LIMIT ? lean : null;
};
