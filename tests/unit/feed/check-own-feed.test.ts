import { describe, expect, it } from 'vitest';
import { checkOwnFeed } from '../../../lib/feed/check-own-feed.ts';
import {
  bytesOf,
  feedBytes,
  feedKey,
  NOW,
  payloadOf,
  root1,
  signKeys,
  stranger,
  trustOf,
} from './signing-kit.ts';

const BASE = 'https://one.example';

const check = async (
  given: { base?: string; trust?: string; file?: Uint8Array | null; now?: number } = {},
) => {
  const asked: string[] = [];
  const file = given.file === undefined ? await feedBytes() : given.file;
  const trust = given.trust ?? JSON.stringify({ ...(await trustOf()), bases: [BASE] });
  const result = await checkOwnFeed(given.base ?? '', trust, {
    now: () => given.now ?? NOW,
    fetch: async (address) => {
      asked.push(address);
      if (!file) throw new TypeError('cannot connect');
      return new Response(file as Uint8Array<ArrayBuffer>, {
        headers: { 'content-type': 'application/jose+json' },
      });
    },
  });
  return { result, asked };
};

describe('a feed of one’s own', () => {
  it('is good when it can be read and verified, at the addresses of its trust file', async () => {
    const { result, asked } = await check();
    expect(result).toMatchObject({ ok: true, feed: { bases: [BASE], since: new Date(NOW).toISOString() } });
    expect(asked).toEqual([`${BASE}/v1/feed.json`]);
  });

  it('is asked at the given address first', async () => {
    const { result, asked } = await check({ base: ' https://mirror.example/feed ' });
    expect(result).toMatchObject({ ok: true, feed: { bases: ['https://mirror.example/feed', BASE] } });
    expect(asked[0]).toBe('https://mirror.example/feed/v1/feed.json');
  });

  it.each([
    ['is no JSON', 'hello', 'trust-not-json'],
    ['is another file', '{"format":"something"}', 'not-a-trust'],
  ])('is refused when the trust file %s, and nobody is asked', async (_what, trust, fault) => {
    const { result, asked } = await check({ trust });
    expect(result).toEqual({ ok: false, fault });
    expect(asked).toEqual([]);
  });

  it.each(['http://one.example', 'one.example', 'https://user@one.example', 'javascript:alert(1)'])(
    'is refused at the address %s, and nobody is asked',
    async (base) => {
      const { result, asked } = await check({ base });
      expect(result).toEqual({ ok: false, fault: 'address-unusable' });
      expect(asked).toEqual([]);
    },
  );

  it('is refused without any address', async () => {
    const trust = JSON.stringify({ ...(await trustOf()), bases: [] });
    expect((await check({ trust })).result).toEqual({ ok: false, fault: 'address-unusable' });
  });

  it('is refused with the reason when it cannot be reached, is not signed, or is old', async () => {
    expect((await check({ file: null })).result).toEqual({ ok: false, fault: 'network' });
    expect((await check({ file: bytesOf('{}') })).result).toMatchObject({ ok: false, fault: 'not-signed' });
    const strange = await feedBytes(payloadOf(), [stranger]);
    expect((await check({ file: strange })).result).toMatchObject({ ok: false, fault: 'signatures-missing' });
    expect((await check({ now: NOW + 3_600_000 })).result).toMatchObject({ ok: false, fault: 'expired' });
  });

  it('is refused when its keys are not signed by its root', async () => {
    const trust = {
      ...(await trustOf()),
      bases: [BASE],
      keyset: await signKeys(undefined, [root1, stranger]),
    };
    expect(
      (await check({ trust: JSON.stringify(trust), file: await feedBytes(payloadOf(), [feedKey]) })).result,
    ).toEqual({
      ok: false,
      fault: 'trust-unusable',
    });
  });
});
