import type { FeedFault } from '../../../../lib/feed/feed-fault.ts';
import { toTimestamp } from '../../../../lib/model/timestamp.ts';
import { feedBytes, MINUTE, NOW, payloadOf } from '../signing-kit.ts';
import { nextPayload, wellSigned, type Attack } from './attack.ts';

/** When the attack comes: a minute after the good feed was read. */
const THEN = NOW + MINUTE;
const times = (issuedAt: number, expiresAt: number) =>
  nextPayload({ issuedAt: toTimestamp(issuedAt), expiresAt: toTimestamp(expiresAt) });
/** A good payload with this JSON in the place of a number or a time. */
const literal = (from: string, to: string): string => JSON.stringify(nextPayload()).replace(from, to);
const issuedAs = (time: string): string =>
  literal(`"issuedAt":"${nextPayload().issuedAt}"`, `"issuedAt":${time}`);

const ROWS: readonly (readonly [string, FeedFault, object | string])[] = [
  ['an old file played again', 'expired', times(THEN - 30 * MINUTE, THEN - 20 * MINUTE)],
  ['one that expires this very moment', 'expired', times(THEN - MINUTE, THEN)],
  ['one that expired before it was issued', 'expired', times(THEN, THEN - MINUTE)],
  ['one from the first day of time', 'expired', times(0, 10 * MINUTE)],
  [
    'one from more than five minutes ahead',
    'issued-in-future',
    times(THEN + 5 * MINUTE + 1, THEN + 9 * MINUTE),
  ],
  [
    'one from the end of time',
    'issued-in-future',
    times(Date.parse('9999-12-31T23:50:00Z'), Date.parse('9999-12-31T23:59:59Z')),
  ],
  ['one that is good for more than 15 minutes', 'valid-too-long', times(THEN, THEN + 15 * MINUTE + 1)],
  ['one that is good for ever', 'valid-too-long', times(THEN, Date.parse('9999-12-31T23:59:59Z'))],
  ['one from earlier in the sequence', 'sequence-passed', payloadOf({ sequence: 99 })],
  ['the beginning of the sequence', 'sequence-passed', payloadOf({ sequence: 0 })],
  ['another one in the same place', 'sequence-reused', payloadOf({ services: {} })],
  ['the same one written otherwise', 'sequence-reused', ` ${JSON.stringify(payloadOf())}`],
  ['one of an epoch that is over', 'epoch-passed', nextPayload({ epoch: 0 })],
  ['one of an epoch that the keys do not know', 'epoch-unknown', nextPayload({ epoch: 2 })],
  ['one of an epoch far ahead', 'epoch-unknown', nextPayload({ epoch: Number.MAX_SAFE_INTEGER })],
  ['a sequence of 2^53', 'not-a-feed', literal('"sequence":101', '"sequence":9007199254740992')],
  ['a sequence of 1e300', 'not-a-feed', literal('"sequence":101', '"sequence":1e300')],
  ['a sequence of 1e400', 'not-a-feed', literal('"sequence":101', '"sequence":1e400')],
  ['a sequence below 0', 'not-a-feed', literal('"sequence":101', '"sequence":-1')],
  ['half a sequence', 'not-a-feed', literal('"sequence":101', '"sequence":100.5')],
  ['a sequence in words', 'not-a-feed', literal('"sequence":101', '"sequence":"101"')],
  ['no sequence', 'not-a-feed', literal('"sequence":101,', '')],
  ['an epoch of 2^53', 'not-a-feed', literal('"epoch":1', '"epoch":9007199254740992')],
  ...[
    '"yesterday"',
    '""',
    '1709652000000',
    'null',
    '"2024-02-30T15:19:00Z"',
    '"2024-13-01T00:00:00Z"',
    '"2024-03-05T24:00:00Z"',
    '"2024-03-05T15:19:60Z"',
    '"2024-03-05T15:19:00"',
    '"2024-03-05T15:19:00+00:00"',
    '"2024-03-05 15:19:00Z"',
    '"+002024-03-05T15:19:00Z"',
    '"2024-03-05T15:19:00.0000000000Z"',
    '"2024-03-05T15:19:00Z\\n"',
    '"２０２４-03-05T15:19:00Z"',
  ].map((time) => [`issued at ${time}`, 'not-a-feed' as const, issuedAs(time)] as const),
];

/** Good signatures by the right key under something of another time or place. */
export const ORDER_ATTACKS: readonly Attack[] = ROWS.map(([what, fault, payload]) => ({
  what,
  fault,
  bytes: () => (typeof payload === 'string' ? wellSigned(payload) : feedBytes(payload)),
}));
