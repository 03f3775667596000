import { beforeAll, describe, expect, test } from 'vitest';
import { draftOf, signDraft } from '../../../feed/keys/keyset-draft.ts';
import type { Keyring } from '../../../feed/keys/keyring.ts';
import { leaseOfOne } from '../../../feed/publish/lease-of-one.ts';
import type { Lease } from '../../../feed/publish/lease.ts';
import type { Published, PublishedFile } from '../../../feed/publish/published-file.ts';
import { createPublisher, type PublisherParts } from '../../../feed/publish/publisher.ts';
import { witnessHere, type AskWitness } from '../../../feed/publish/witness.ts';
import { jsonBytes } from '../../../feed/signing/sign-envelope.ts';
import { makePrivateKey, readySigningKey, type SigningKey } from '../../../feed/signing/signing-key.ts';
import type { FeedPayload } from '../../../lib/model/feed.ts';
import { verifyFeed } from '../../../lib/feed/verify-feed.ts';
import { calmEntry, outageEntry } from '../../platform/feed/sample-payload.ts';

const NOW = Date.parse('2024-03-05T15:20:00.000Z');
const MINUTE = 60_000;
const key = async (role: string): Promise<SigningKey> => {
  const made = await readySigningKey(await makePrivateKey(role));
  if (!made) throw new Error('a key that was just made is one');
  return made;
};

let keyring: Keyring;
beforeAll(async () => {
  const [root, feed, witness] = await Promise.all(['root', 'feed', 'witness'].map(key));
  if (!root || !feed || !witness) throw new Error('three keys');
  const role = (one: SigningKey) => ({ threshold: 1, keys: [one.public] });
  const keyset = {
    format: 'outage-or-hacked/keys@1' as const,
    version: 1,
    expiresAt: '2025-01-01T00:00:00.000Z',
    epoch: 1,
    roles: { feed: role(feed), witness: role(witness) },
  };
  const signed = await signDraft(draftOf(keyset), role(root), [root]);
  keyring = { root: role(root), keyset, keysetBytes: jsonBytes(signed), feed: [feed], witness: [witness] };
});

/** A file in memory, with the ways in which a file can be in the way. */
const memoryFile = () => {
  let there: Published | null = null;
  const state = { down: false, writes: 0, beforeWrite: async (): Promise<void> => undefined };
  const file: PublishedFile = {
    read: async () => (state.down ? { ok: false, fault: 'unreachable' } : { ok: true, value: there }),
    async replace(bytes, expected) {
      await state.beforeWrite();
      if (state.down) return { ok: false, fault: 'unreachable' };
      if ((there?.version ?? null) !== expected) return { ok: false, fault: 'conflict' };
      there = { bytes, version: `v${(state.writes += 1)}` };
      return { ok: true, version: there.version };
    },
  };
  return { file, state, put: (bytes: Uint8Array) => void (there = { bytes, version: 'theirs' }) };
};

const publisherOf = (file: PublishedFile, changes: Partial<PublisherParts> = {}) =>
  createPublisher({
    node: 'a',
    lease: leaseOfOne(),
    file,
    keys: () => keyring,
    askWitness: () => witnessHere(keyring.witness),
    remembered: () => 0,
    decide: () => ({ facebook: calmEntry() }),
    rate: () => 1,
    ...changes,
  });

const verified = async (bytes: Uint8Array, at: number) => verifyFeed(bytes, keyring.keyset, null, at);

describe('a publisher', () => {
  test('publishes a feed that readers verify, and leaves it for a minute when nothing happens', async () => {
    const { file } = memoryFile();
    const publisher = publisherOf(file);
    const first = await publisher.round(NOW);
    expect(first).toMatchObject({ outcome: 'published', why: 'first', witnessed: true });
    if (first.outcome !== 'published') return;
    expect(await verified(first.feed.bytes, NOW)).toMatchObject({ ok: true });
    expect((await publisher.round(NOW + MINUTE - 1)).outcome).toBe('nothing-new');
    const second = await publisher.round(NOW + MINUTE);
    expect(second).toMatchObject({ outcome: 'published', why: 'routine' });
  });

  test('takes the sequence of what is published, whoever published it', async () => {
    const { file } = memoryFile();
    await publisherOf(file, { remembered: () => NOW / 1000 + 50 }).round(NOW);
    const other = await publisherOf(file).round(NOW + 1);
    expect(other.outcome === 'published' && other.feed.payload.sequence).toBe(NOW / 1000 + 52);
  });

  test('puts its own in the place of what somebody else wrote there, and does not believe its sequence', async () => {
    const { file, put } = memoryFile();
    const stranger = { ...keyring, feed: [await key('feed')] };
    const forged = memoryFile();
    const round = await publisherOf(forged.file, {
      keys: () => ({
        ...stranger,
        keyset: {
          ...keyring.keyset,
          roles: {
            ...keyring.keyset.roles,
            feed: { threshold: 1, keys: stranger.feed.map((one) => one.public) },
          },
        },
      }),
      remembered: () => 9e12,
    }).round(NOW);
    if (round.outcome !== 'published') throw new Error(round.outcome);
    put(round.feed.bytes);
    const ours = await publisherOf(file).round(NOW);
    expect(ours.outcome === 'published' && ours.feed.payload.sequence).toBe(NOW / 1000);
  });

  test('signs nothing without the lease, without a good keyset, or without reach of the file', async () => {
    const { file, state } = memoryFile();
    const held = (value: Awaited<ReturnType<Lease['hold']>>): Lease => ({
      ...leaseOfOne(),
      hold: async () => value,
    });
    const outcome = async (changes: Partial<PublisherParts>, at = NOW) =>
      (await publisherOf(file, changes).round(at)).outcome;
    expect(await outcome({ lease: held({ ok: true, value: null }) })).toBe('other-holder');
    expect(await outcome({ lease: held({ ok: false, fault: 'unreachable' }) })).toBe('lease-unreachable');
    expect(await outcome({ keys: () => ({ ...keyring, feed: [] }) })).toBe('no-key');
    expect(await outcome({}, Date.parse('2025-01-01T00:00:00.000Z'))).toBe('no-key');
    expect(await outcome({ remembered: () => Number.MAX_SAFE_INTEGER })).toBe('sequence-exhausted');
    state.down = true;
    expect(await outcome({})).toBe('file-unreachable');
    expect(state.writes).toBe(0);
  });

  test('that slept while another took the lease publishes nothing, before signing or after', async () => {
    for (const lostAt of [1, 2]) {
      const { file, state } = memoryFile();
      let asked = 0;
      const stands: Lease['stands'] = async () => ({ ok: true, value: (asked += 1) < lostAt });
      const lease = { ...leaseOfOne(), stands };
      expect((await publisherOf(file, { lease }).round(NOW)).outcome).toBe('lease-lost');
      expect(state.writes).toBe(0);
    }
  });

  test('of two that write at once one is seen, and the other begins again above it', async () => {
    const { file, state } = memoryFile();
    const [slow, quick] = [publisherOf(file), publisherOf(file)];
    state.beforeWrite = async () => {
      state.beforeWrite = async () => undefined;
      await quick.round(NOW);
    };
    expect((await slow.round(NOW)).outcome).toBe('conflict');
    const again = await slow.round(NOW);
    expect(again.outcome === 'published' && again.feed.payload.sequence).toBe(NOW / 1000 + 1);
  });
});

describe('a witness elsewhere', () => {
  const outage = () => ({ facebook: outageEntry(NOW), x: outageEntry(NOW) });
  const said = (round: { outcome: string; feed?: { payload: FeedPayload } }) =>
    Object.values(round.feed?.payload.services ?? {}).map(({ status }) => status);

  test('that does not answer leaves the feed unwitnessed: readers take an outage for degraded', async () => {
    const { file } = memoryFile();
    const round = await publisherOf(file, { askWitness: () => async () => null, decide: outage }).round(NOW);
    expect(round).toMatchObject({ outcome: 'published', witnessed: false });
    if (round.outcome !== 'published') return;
    const read = await verified(round.feed.bytes, NOW);
    expect(read.ok && read.feed.services.facebook?.status).toBe('degraded');
  });

  test('that sees one outage and not the other witnesses the one', async () => {
    const { file } = memoryFile();
    const ask: AskWitness = async (signed) => {
      const text = Buffer.from(signed.payload, 'base64url').toString();
      const services = (JSON.parse(text) as FeedPayload).services;
      if (services['x']?.status === 'outage') return { unconfirmed: ['x'] };
      return witnessHere(keyring.witness)(signed);
    };
    const round = await publisherOf(file, { askWitness: () => ask, decide: outage }).round(NOW);
    expect(said(round as never)).toEqual(['outage', 'degraded']);
    if (round.outcome !== 'published') throw new Error(round.outcome);
    const read = await verified(round.feed.bytes, NOW);
    expect(read.ok && read.feed.services.facebook?.status).toBe('outage');
  });

  test('that refuses for ever is asked twice and no more', async () => {
    const { file } = memoryFile();
    let asked = 0;
    const ask: AskWitness = async () => ((asked += 1), { unconfirmed: ['facebook'] });
    const round = await publisherOf(file, { askWitness: () => ask, decide: outage }).round(NOW);
    expect(round).toMatchObject({ outcome: 'published', witnessed: false });
    expect(asked).toBe(2);
  });
});
