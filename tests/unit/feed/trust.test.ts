import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysHold, newerKeys, readTrust, rootName, verifyKeys } from '../../../lib/feed/trust.ts';
import { feedKey, keysetOf, root1, root2, root3, signKeys, stranger, trustOf } from './signing-kit.ts';

describe('a trust file', () => {
  it('that fits is read as it is', async () => {
    const trust = await trustOf();
    expect(readTrust(structuredClone(trust))).toEqual(trust);
  });

  it("may ask for one root key only, as a feed of one's own does", async () => {
    const root = { threshold: 1, keys: [root1.publicKey] };
    expect(readTrust({ ...(await trustOf()), root })).not.toBeNull();
  });

  it.each([
    ['more signatures than different keys', { root: { threshold: 2, keys: [root1.publicKey] } }],
    [
      'the same key under two names',
      { root: { threshold: 2, keys: [root1.publicKey, { ...root1.publicKey, kid: 'again' }] } },
    ],
    ['no threshold', { root: { threshold: 0, keys: [root1.publicKey] } }],
    ['a private key', { root: { threshold: 1, keys: [{ ...root1.publicKey, d: 'AA' }] } }],
    ['a key of another curve', { root: { threshold: 1, keys: [{ ...root1.publicKey, crv: 'X25519' }] } }],
    ['a key with another algorithm', { root: { threshold: 1, keys: [{ ...root1.publicKey, alg: 'none' }] } }],
    ['a short key', { root: { threshold: 1, keys: [{ ...root1.publicKey, x: 'AAAA' }] } }],
    ['an address without encryption', { bases: ['http://feed.example'] }],
    ['an address with a user', { bases: ['https://me:secret@feed.example'] }],
    ['no address', { bases: ['feed.example'] }],
    ['a keyset that is not signed', { keyset: keysetOf() }],
    ['a field too much', { note: 'hello' }],
    ['another format', { format: 'outage-or-hacked/trust@2' }],
  ])('with %s is refused', async (_what, changes) => {
    expect(readTrust({ ...(await trustOf()), ...changes })).toBeNull();
  });

  it.each(['http://localhost:8787', 'http://127.0.0.1:8787', 'http://[::1]:8787', 'https://a.example/feeds'])(
    'may name %s',
    async (base) => {
      expect(readTrust({ ...(await trustOf()), bases: [base] })).not.toBeNull();
    },
  );

  it('refuses a key written in a second way', async () => {
    const { x } = root1.publicKey;
    const last = x.at(-1) as string;
    const twin = x.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) + 1);
    const root = { threshold: 1, keys: [{ ...root1.publicKey, x: twin }] };
    expect(Buffer.from(twin, 'base64url')).toEqual(Buffer.from(x, 'base64url'));
    expect(readTrust({ ...(await trustOf()), root })).toBeNull();
  });

  it('never makes the reader throw', () => {
    fc.assert(fc.property(fc.anything(), (content) => readTrust(content) === null));
  });

  it('is known by its root keys, in whatever order', async () => {
    const trust = await trustOf();
    const turned = { ...trust, root: { ...trust.root, keys: [...trust.root.keys].reverse() } };
    expect(rootName(turned)).toBe(rootName(trust));
    expect(rootName({ ...trust, root: { ...trust.root, threshold: 1 } })).not.toBe(rootName(trust));
  });
});

describe('a keyset', () => {
  it.each([
    ['two root keys', [root1, root2], true],
    ['two other root keys', [root3, root1], true],
    ['three', [root1, root2, root3], true],
    ['one', [root1], false],
    ['one that signs twice', [root1, root1], false],
    ['one and a stranger', [root1, stranger], false],
    ['one and somebody with the name of another', [root1, { ...stranger, kid: root2.kid }], false],
    ['the key of the feed', [feedKey], false],
  ])('signed by %s: trusted %s', async (_what, signers, trusted) => {
    const found = await verifyKeys(await signKeys(keysetOf(), signers), await trustOf());
    expect(found?.keyset ?? null).toEqual(trusted ? keysetOf() : null);
  });

  it.each([
    ['a field too much', { ...keysetOf(), comment: '' }],
    ['a role too few', { ...keysetOf(), roles: { feed: keysetOf().roles.feed } }],
    [
      'a threshold that cannot be reached',
      keysetOf({ roles: { ...keysetOf().roles, feed: { threshold: 2, keys: [feedKey.publicKey] } } }),
    ],
    ['no version', keysetOf({ version: 0 })],
    ['a feed in its place', { format: 'outage-or-hacked/feed@1' }],
  ])('with %s is refused, however well it is signed', async (_what, content) => {
    expect(await verifyKeys(await signKeys(content), await trustOf())).toBeNull();
  });

  it('holds until it expires', async () => {
    const keys = await verifyKeys(await signKeys(), await trustOf());
    const expiry = Date.parse(keysetOf().expiresAt);
    expect(keys && keysHold(keys, expiry - 1)).toBe(true);
    expect(keys && keysHold(keys, expiry)).toBe(false);
  });

  it('is replaced by one with a higher version whose epoch does not fall', async () => {
    const trust = await trustOf();
    const read = async (version: number, epoch: number) =>
      verifyKeys(await signKeys(keysetOf({ version, epoch })), trust);
    const inUse = await read(7, 3);
    const chosen = async (version: number, epoch: number) =>
      newerKeys(inUse, await read(version, epoch))?.keyset.version;
    expect(await chosen(8, 3)).toBe(8);
    expect(await chosen(8, 4)).toBe(8);
    expect(await chosen(8, 2)).toBe(7);
    expect(await chosen(6, 4)).toBe(7);
    expect(newerKeys(inUse, await read(7, 4))).toBe(inUse);
    expect(newerKeys(inUse, null)).toBe(inUse);
    expect(newerKeys(null, inUse)).toBe(inUse);
    expect(newerKeys(null, null)).toBeNull();
  });
});
