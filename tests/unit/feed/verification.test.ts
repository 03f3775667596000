import { describe, expect, it } from 'vitest';
import { parseBytes } from '../../../lib/feed/envelope.ts';
import { FEED_FAULTS, graver, isOfTime } from '../../../lib/feed/feed-fault.ts';
import { ageOf, secondsLeft } from '../../../lib/feed/freshness.ts';
import { rootName } from '../../../lib/feed/trust.ts';
import { verifySignatures } from '../../../lib/feed/verify-signatures.ts';
import { bytesOf, feedKey, MINUTE, NOW, payloadOf, signText, stranger, trustOf } from './signing-kit.ts';

describe('the times of a feed', () => {
  const feed = payloadOf();

  it('are told in seconds: how old it is and how long it holds', () => {
    expect(ageOf(feed, NOW)).toBe(60);
    expect(secondsLeft(feed, NOW)).toBe(540);
    expect(ageOf(feed, NOW + 500)).toBe(60.5);
  });

  it('are never below nothing, on a clock that is behind or when it is over', () => {
    expect(ageOf(feed, NOW - 5 * MINUTE)).toBe(0);
    expect(secondsLeft(feed, NOW + 9 * MINUTE)).toBe(0);
    expect(secondsLeft(feed, NOW + 60 * MINUTE)).toBe(0);
  });
});

describe('faults of the feed', () => {
  it('that a wrong clock makes are those of its times', () => {
    expect(FEED_FAULTS.filter(isOfTime)).toEqual(['issued-in-future', 'expired']);
  });

  it('are kept from the first on, whichever it is', () => {
    for (const fault of FEED_FAULTS) expect(graver(null, fault)).toBe(fault);
  });

  it('of a network tell less than a feed that ran out', () => {
    for (const fault of ['not-asked', 'network', 'timeout', 'status'] as const) {
      expect(graver(fault, 'expired')).toBe('expired');
      expect(graver('expired', fault)).toBe('expired');
    }
  });
});

describe('the JSON of a signed file', () => {
  it('is read as it is', () => {
    expect(parseBytes(bytesOf({ a: [1, 'é', null] }))).toEqual({ a: [1, 'é', null] });
  });

  it.each([
    ['a key that names the prototype', bytesOf('{"a":{"__proto__":{"b":1}}}')],
    ['a byte order mark', bytesOf('\ufeff{}')],
    ['what is no UTF-8', Uint8Array.of(0x22, 0xff, 0x22)],
    ['half of it', bytesOf('{"a":')],
  ])('is none with %s', (_what, bytes) => {
    expect(parseBytes(bytes)).toBeUndefined();
  });
});

describe('the name of a feed’s root', () => {
  it('is another for each set of keys', async () => {
    const { root, ...trust } = await trustOf();
    const names = [root.keys, root.keys.slice(1), root.keys.slice(0, 2), [feedKey.publicKey]].map((keys) =>
      rootName({ ...trust, root: { ...root, keys } }),
    );
    expect(new Set(names).size).toBe(4);
  });
});

describe('signatures', () => {
  const envelope = signText('{}', [feedKey]);
  const signersOf = async (changes: object) => {
    const { signatures, ...rest } = await envelope;
    return verifySignatures({ ...rest, signatures: signatures.map((one) => ({ ...one, ...changes })) }, [
      feedKey.publicKey,
    ]);
  };

  it('that are right give the payload and who signed', async () => {
    const { keys, wrong, payload } = await signersOf({});
    expect([[...keys], wrong]).toEqual([[feedKey.publicKey.x], false]);
    expect(payload && parseBytes(payload)).toEqual({});
  });

  it.each(['', '!', 'e30', 'bnVsbA'])('with a header that is none (%s) count neither way', async (header) => {
    expect(await signersOf({ protected: header })).toEqual({ keys: new Set(), wrong: false, payload: null });
  });

  it('by a key of ours that does not fit are wrong, what cannot be read is only none', async () => {
    const other = await signText('{}', [{ ...stranger, kid: feedKey.kid }]);
    expect((await signersOf({ signature: other.signatures[0]?.signature })).wrong).toBe(true);
    expect((await signersOf({ signature: '!' })).wrong).toBe(false);
  });
});
