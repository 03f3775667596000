import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Keyset } from '../../../lib/model/signed-feed.ts';
import { toTimestamp } from '../../../lib/model/timestamp.ts';
import { verifyFeed, type AcceptedFeed } from '../../../lib/feed/verify-feed.ts';
import {
  bytesOf,
  entryOf,
  feedBytes,
  feedKey,
  feedKey2,
  keysetOf,
  MINUTE,
  NOW,
  payloadOf,
  signText,
  stranger,
  witnessKey,
} from './signing-kit.ts';

const verify = (bytes: Uint8Array, last: AcceptedFeed | null = null, keys: Keyset = keysetOf()) =>
  verifyFeed(bytes, keys, last, NOW);

const acceptedOf = async (bytes: Uint8Array): Promise<AcceptedFeed> => {
  const verified = await verify(bytes);
  if (!verified.ok) throw new Error(verified.fault);
  return verified.accepted;
};

const roles = (feed: Keyset['roles']['feed'], witness = keysetOf().roles.witness): Keyset =>
  keysetOf({ roles: { feed, witness } });

const outage = payloadOf({ services: { facebook: entryOf({ status: 'outage' }), x: entryOf() } });

describe('a feed that is as it should be', () => {
  it('is believed, and remembered by its place and its signed text', async () => {
    const bytes = await feedBytes();
    const { payload } = JSON.parse(new TextDecoder().decode(bytes)) as { payload: string };
    expect(await verify(bytes)).toEqual({
      ok: true,
      feed: payloadOf(),
      accepted: { epoch: 1, sequence: 100, payload, witnessed: false },
    });
  });

  it('may be exactly as big as allowed, and not one byte bigger', async () => {
    const bytes = new Uint8Array(65_536).fill(0x20);
    bytes.set(await feedBytes());
    expect(await verify(bytes)).toMatchObject({ ok: true });
    const bigger = new Uint8Array(65_537).fill(0x20);
    bigger.set(await feedBytes());
    expect(await verify(bigger)).toEqual({ ok: false, fault: 'too-large' });
  });
});

describe('the shape of the file', () => {
  it.each([
    ['no JSON', 'not-json', bytesOf('<html>')],
    ['nothing', 'not-json', new Uint8Array()],
    ['broken UTF-8', 'not-json', new Uint8Array([0x22, 0xff, 0x22])],
    ['another JSON', 'not-signed', bytesOf({ services: {} })],
    ['no signatures', 'not-signed', bytesOf({ payload: 'AA', signatures: [] })],
    ['a compact token', 'not-signed', bytesOf(JSON.stringify('a.b.c'))],
  ])('with %s is refused', async (_what, fault, bytes) => {
    expect(await verify(bytes)).toEqual({ ok: false, fault });
  });

  it('with an unprotected header is refused', async () => {
    const envelope = await signText(JSON.stringify(payloadOf()), [feedKey]);
    const signatures = envelope.signatures.map((one) => ({ ...one, header: { kid: 'feed-1' } }));
    expect(await verify(bytesOf({ ...envelope, signatures }))).toEqual({ ok: false, fault: 'not-signed' });
  });

  it('with more signatures than anybody needs is refused before any is verified', async () => {
    const envelope = await signText(
      JSON.stringify(payloadOf()),
      Array.from({ length: 9 }, () => feedKey),
    );
    expect(await verify(bytesOf(envelope))).toEqual({ ok: false, fault: 'not-signed' });
  });
});

describe('signatures', () => {
  it('by a key that is not in the keyset count for nothing', async () => {
    expect(await verify(await feedBytes(payloadOf(), [stranger]))).toEqual({
      ok: false,
      fault: 'signatures-missing',
    });
  });

  it('that name a key of the keyset but were not made by it are wrong', async () => {
    const impostor = { ...stranger, kid: feedKey.kid };
    expect(await verify(await feedBytes(payloadOf(), [impostor]))).toEqual({
      ok: false,
      fault: 'signature-wrong',
    });
  });

  it('do not cover changed bytes', async () => {
    const envelope = await signText(JSON.stringify(payloadOf()), [feedKey]);
    const other = await signText(JSON.stringify(outage), [feedKey]);
    expect(await verify(bytesOf({ ...envelope, payload: other.payload }))).toEqual({
      ok: false,
      fault: 'signature-wrong',
    });
  });

  it.each([
    ['another type', { typ: 'JWT' }],
    ['no type', { typ: undefined }],
    ['a field too much', { jku: 'https://evil.example' }],
    ['a key in the header', { jwk: stranger.publicKey }],
    ['no key id', { kid: undefined }],
  ])('with %s in the header count for nothing', async (_what, header) => {
    expect(await verify(await feedBytes(payloadOf(), [feedKey], header))).toEqual({
      ok: false,
      fault: 'signatures-missing',
    });
  });

  it.each(['none', 'HS256', 'ES256', 'Ed25519'])(
    'that claim the algorithm %s count for nothing',
    async (alg) => {
      const envelope = await signText(JSON.stringify(payloadOf()), [feedKey]);
      const header = JSON.stringify({ alg, kid: feedKey.kid, typ: 'oh-feed+jws' });
      const signatures = envelope.signatures.map((one) => ({
        ...one,
        protected: Buffer.from(header).toString('base64url'),
      }));
      expect(await verify(bytesOf({ ...envelope, signatures }))).toMatchObject({
        ok: false,
        fault: 'signatures-missing',
      });
    },
  );

  it('that are no signatures at all count for nothing', async () => {
    const envelope = await signText(JSON.stringify(payloadOf()), [feedKey]);
    const signatures = envelope.signatures.map((one) => ({ ...one, signature: 'A' }));
    expect(await verify(bytesOf({ ...envelope, signatures }))).toEqual({
      ok: false,
      fault: 'signatures-missing',
    });
  });

  it('of two keys are needed where the threshold is two, and one key signing twice is one', async () => {
    const keys = roles({ threshold: 2, keys: [feedKey.publicKey, feedKey2.publicKey] });
    const twice = await feedBytes(payloadOf(), [feedKey, feedKey]);
    expect(await verify(twice, null, keys)).toEqual({ ok: false, fault: 'signatures-missing' });
    const both = await feedBytes(payloadOf(), [feedKey, feedKey2]);
    expect(await verify(both, null, keys)).toMatchObject({ ok: true });
  });

  it('of one key under two names are still of one key', async () => {
    const alias = { ...feedKey, kid: 'alias', publicKey: { ...feedKey.publicKey, kid: 'alias' } };
    const keys = roles({ threshold: 2, keys: [feedKey.publicKey, alias.publicKey, feedKey2.publicKey] });
    const bytes = await feedBytes(payloadOf(), [feedKey, alias]);
    expect(await verify(bytes, null, keys)).toEqual({ ok: false, fault: 'signatures-missing' });
  });

  it('by the witness alone do not make a feed', async () => {
    expect(await verify(await feedBytes(outage, [witnessKey]))).toEqual({
      ok: false,
      fault: 'signatures-missing',
    });
  });

  it('by strangers beside the right one do no harm', async () => {
    expect(await verify(await feedBytes(payloadOf(), [stranger, feedKey]))).toMatchObject({ ok: true });
  });
});

describe('an outage', () => {
  const statuses = async (bytes: Uint8Array, last: AcceptedFeed | null = null, keys = keysetOf()) => {
    const verified = await verify(bytes, last, keys);
    return verified.ok
      ? Object.values(verified.feed.services).map((entry) => entry.status)
      : [verified.fault];
  };

  it('without a witness is read as degraded, and nothing else is changed', async () => {
    const verified = await verify(await feedBytes(outage));
    const services = { ...outage.services, facebook: entryOf({ status: 'degraded' }) };
    expect(verified).toMatchObject({ ok: true, feed: { ...outage, services } });
  });

  it('with a witness is an outage', async () => {
    expect(await statuses(await feedBytes(outage, [feedKey, witnessKey]))).toEqual(['outage', 'operational']);
  });

  it('with a witness that is none is read as degraded', async () => {
    const impostor = { ...stranger, kid: witnessKey.kid };
    expect(await statuses(await feedBytes(outage, [feedKey, impostor]))).toEqual(['degraded', 'operational']);
  });

  it("is witnessed by the one key of a feed of one's own that holds both roles", async () => {
    const role = { threshold: 1, keys: [feedKey.publicKey] };
    expect(await statuses(await feedBytes(outage), null, roles(role, role))).toEqual([
      'outage',
      'operational',
    ]);
  });

  it('stays witnessed when the same bytes come again without the witness', async () => {
    const last = await acceptedOf(await feedBytes(outage, [feedKey, witnessKey]));
    expect(await statuses(await feedBytes(outage), last)).toEqual(['outage', 'operational']);
  });
});

describe('the payload', () => {
  it.each([
    ['a field too much', { ...payloadOf(), advice: 'call us' }],
    ['a field too little', { ...payloadOf(), reporting: undefined }],
    ['another format', { ...payloadOf(), format: 'outage-or-hacked/feed@2' }],
    ['a service that nobody knows', payloadOf({ services: { bank: entryOf() } as never })],
    ['an unknown status', payloadOf({ services: { x: entryOf({ status: 'fine' as never }) } })],
    ['a share above 1', payloadOf({ services: { x: entryOf({ confidence: 1.1 }) } })],
    ['a time without a zone', payloadOf({ issuedAt: '2024-03-05T15:19:00' })],
    ['a keyset in its place', keysetOf()],
    ['no object', [1, 2, 3]],
  ])('with %s is refused, however well it is signed', async (_what, payload) => {
    const bytes = await feedBytes(payload, [feedKey, witnessKey]);
    expect(await verify(bytes)).toEqual({ ok: false, fault: 'not-a-feed' });
  });

  it('that is no JSON is refused', async () => {
    expect(await verify(bytesOf(await signText('{', [feedKey])))).toEqual({ ok: false, fault: 'not-a-feed' });
  });

  it('loses official words that may not be shown, and keeps what they say of the status', async () => {
    const official = {
      source: 'metastatus',
      status: 'outage' as const,
      text: 'Call 0800 123 4567',
      url: 'https://metastatus.example',
      at: null,
    };
    const verified = await verify(await feedBytes(payloadOf({ services: { x: entryOf({ official }) } })));
    expect(verified).toMatchObject({
      ok: true,
      feed: { services: { x: { official: { status: 'outage', text: null, url: null } } } },
    });
  });
});

describe('the times', () => {
  const issued = (issuedAt: number, expiresAt: number) =>
    payloadOf({ issuedAt: toTimestamp(issuedAt), expiresAt: toTimestamp(expiresAt) });

  it.each([
    ['issued five minutes ahead of our clock', null, issued(NOW + 5 * MINUTE, NOW + 6 * MINUTE)],
    ['issued a millisecond more ahead', 'issued-in-future', issued(NOW + 5 * MINUTE + 1, NOW + 6 * MINUTE)],
    ['expiring in a millisecond', null, issued(NOW - MINUTE, NOW + 1)],
    ['expiring now', 'expired', issued(NOW - MINUTE, NOW)],
    ['expired long ago', 'expired', issued(NOW - 900 * MINUTE, NOW - 890 * MINUTE)],
    ['good for fifteen minutes', null, issued(NOW - MINUTE, NOW + 14 * MINUTE)],
    ['good for a millisecond more', 'valid-too-long', issued(NOW - MINUTE, NOW + 14 * MINUTE + 1)],
  ])('%s: %s', async (_what, fault, payload) => {
    const verified = await verify(await feedBytes(payload));
    expect(verified.ok ? null : verified.fault).toBe(fault);
  });
});

describe('the place in the sequence', () => {
  const last = () => feedBytes().then(acceptedOf);
  const faultOf = async (changes: Parameters<typeof payloadOf>[0], keys = keysetOf()) => {
    const verified = await verify(await feedBytes(payloadOf(changes)), await last(), keys);
    return verified.ok ? null : verified.fault;
  };

  it('rises, or is that of the very same bytes', async () => {
    expect(await faultOf({ sequence: 101 })).toBeNull();
    expect(await faultOf({})).toBeNull();
  });

  it('never falls', async () => {
    expect(await faultOf({ sequence: 99 })).toBe('sequence-passed');
  });

  it('is never given twice', async () => {
    expect(await faultOf({ next: { minWaitSeconds: 1, jitterSeconds: 1 } })).toBe('sequence-reused');
  });

  it("starts anew with the keyset's new epoch, and the old epoch is over", async () => {
    const next = keysetOf({ version: 8, epoch: 2 });
    expect(await faultOf({ epoch: 2, sequence: 1 }, next)).toBeNull();
    expect(await faultOf({ epoch: 1, sequence: 999 }, next)).toBe('epoch-passed');
  });

  it('in an epoch that the keyset does not know is refused', async () => {
    expect(await faultOf({ epoch: 2, sequence: 101 })).toBe('epoch-unknown');
  });
});

describe('the order of the checks', () => {
  it('finds the earlier fault first, each by itself', async () => {
    const stale = { issuedAt: toTimestamp(NOW - 30 * MINUTE), expiresAt: toTimestamp(NOW - 20 * MINUTE) };
    const last: AcceptedFeed = { epoch: 1, sequence: 500, payload: 'AA', witnessed: false };
    const faults = [
      await verify(await feedBytes({ ...payloadOf(stale), extra: 1 }, [stranger]), last),
      await verify(await feedBytes({ ...payloadOf(stale), extra: 1 }), last),
      await verify(await feedBytes(payloadOf({ ...stale, epoch: 3 })), last),
      await verify(await feedBytes(payloadOf({ epoch: 3 })), last),
      await verify(await feedBytes(), last),
    ].map((verified) => (verified.ok ? null : verified.fault));
    expect(faults).toEqual([
      'signatures-missing',
      'not-a-feed',
      'expired',
      'epoch-unknown',
      'sequence-passed',
    ]);
  });
});

describe('whatever comes', () => {
  it('verification never throws and believes nothing of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc.json().map(bytesOf),
          fc.record({ payload: fc.base64String(), signatures: fc.anything() }).map(bytesOf),
        ),
        async (bytes) => {
          expect(await verify(bytes)).toMatchObject({ ok: false });
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('one changed byte of a good feed is never believed to say anything else', async () => {
    const good = await feedBytes(outage, [feedKey, witnessKey]);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: good.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (place, change) => {
          const bytes = Uint8Array.from(good);
          bytes[place] = (bytes[place] as number) ^ change;
          const verified = await verify(bytes);
          if (!verified.ok) return;
          const { facebook } = verified.feed.services;
          expect(['outage', 'degraded']).toContain(facebook?.status);
          expect(verified.feed).toEqual({ ...outage, services: { ...outage.services, facebook } });
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('any well-signed content gives a value', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (text) => {
        expect(await verify(bytesOf(await signText(text, [feedKey])))).toEqual({
          ok: false,
          fault: 'not-a-feed',
        });
      }),
      { numRuns: 300 },
    );
  });
});
