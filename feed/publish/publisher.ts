import type { FeedPayload } from '../../lib/model/feed.ts';
import { toMillis } from '../../lib/model/timestamp.ts';
import type { SignedEnvelope } from '../../lib/model/signed-feed.ts';
import type { Keyring } from '../keys/keyring.ts';
import { jsonBytes, signEnvelope } from '../signing/sign-envelope.ts';
import { readOwnFeed, type OwnFeed } from './current-file.ts';
import type { Lease } from './lease.ts';
import { lowerOutages } from './lower-outages.ts';
import { nextSequence } from './next-sequence.ts';
import { fittingBytes, makePayload, type Services } from './payload.ts';
import { whyPublish } from './publish-due.ts';
import type { PublishedFile } from './published-file.ts';
import { within } from './within.ts';
import type { AskWitness } from './witness.ts';

/** What a round came to. `published` carries the feed that everybody sees from now on. */
export type Round =
  | {
      readonly outcome: 'published';
      readonly feed: OwnFeed;
      readonly why: 'first' | 'routine' | 'change';
      readonly witnessed: boolean;
    }
  | {
      readonly outcome:
        | 'nothing-new'
        | 'other-holder'
        | 'lease-unreachable'
        | 'lease-lost'
        | 'file-unreachable'
        | 'conflict'
        | 'no-key'
        | 'sequence-exhausted'
        | 'too-large';
    };

export interface PublisherParts {
  readonly node: string;
  readonly lease: Lease;
  readonly file: PublishedFile;
  readonly keys: () => Keyring;
  readonly askWitness: () => AskWitness;
  /** The last sequence that this machine remembers to have published. */
  readonly remembered: () => number;
  /** What there is to say of each service, after what was said before. */
  readonly decide: (at: number, before: FeedPayload | null) => Services;
  /** The share of reports to ask for. */
  readonly rate: (at: number) => number;
}

/** How long a lease or a file may keep the publisher waiting, in milliseconds. */
const PATIENCE = 5_000;

/** Makes one node's publisher: of all nodes only the holder of the lease signs, and only one file is ever visible. */
export const createPublisher = (parts: PublisherParts) => {
  const { node, lease, file, keys, remembered, decide, rate } = parts;
  /** The feed as this node last saw it published. */
  let seen: OwnFeed | null = null;
  /** Whether this process has published, or seen another publish. */
  let begun = false;

  const stands = async (fence: number): Promise<boolean> => {
    const asked = await within(lease.stands(fence), PATIENCE, { ok: false, fault: 'unreachable' });
    return asked.ok && asked.value;
  };

  /** The feed's signature and the witness's; an outage that the witness does not see is lowered, and asked for once more. */
  const sign = async (
    place: { epoch: number; sequence: number },
    at: number,
    services: Services,
  ): Promise<{ envelope: SignedEnvelope; payload: FeedPayload; witnessed: boolean } | null> => {
    const ask = parts.askWitness();
    let said = services;
    for (let lowered = false; ; lowered = true) {
      const payload = makePayload(place, at, rate(at), said);
      const bytes = fittingBytes(payload);
      if (!bytes) return null;
      const envelope = await signEnvelope(bytes, keys().feed);
      const answer = await within(ask(envelope), PATIENCE, null);
      if (answer && 'signatures' in answer) {
        const signatures = [...envelope.signatures, ...answer.signatures];
        return { envelope: { payload: envelope.payload, signatures }, payload, witnessed: true };
      }
      if (!answer || lowered) return { envelope, payload, witnessed: false };
      said = lowerOutages(said, new Set(answer.unconfirmed));
    }
  };

  const publish = async (at: number, fence: number, why: 'first' | 'routine' | 'change'): Promise<Round> => {
    const read = await within(file.read(), PATIENCE, { ok: false, fault: 'unreachable' });
    if (!read.ok) return { outcome: 'file-unreachable' };
    const { keyset } = keys();
    const before = read.value && (await readOwnFeed(read.value, keyset.roles.feed));
    seen = before;
    const sequence = nextSequence(keyset.epoch, before?.payload ?? null, remembered(), at);
    if (sequence === null) return { outcome: 'sequence-exhausted' };
    if (!(await stands(fence))) return { outcome: 'lease-lost' };
    const services = decide(at, before?.payload ?? null);
    const signed = await sign({ epoch: keyset.epoch, sequence }, at, services);
    if (!signed) return { outcome: 'too-large' };
    if (!(await stands(fence))) return { outcome: 'lease-lost' };
    const bytes = jsonBytes(signed.envelope);
    const written = await within(file.replace(bytes, read.value?.version ?? null), PATIENCE, {
      ok: false,
      fault: 'unreachable',
    });
    if (!written.ok) return { outcome: written.fault === 'conflict' ? 'conflict' : 'file-unreachable' };
    const feed = await readOwnFeed({ bytes, version: written.version }, keyset.roles.feed);
    if (!feed) throw new Error('a feed that was just signed is signed');
    [seen, begun] = [feed, true];
    return { outcome: 'published', feed, why, witnessed: signed.witnessed };
  };

  return {
    /** Signs and publishes at `at` (milliseconds since 1970) if this node may and there is a reason to. Never hangs. */
    async round(at: number): Promise<Round> {
      const { feed, keyset } = keys();
      if (feed.length === 0 || toMillis(keyset.expiresAt) <= at) return { outcome: 'no-key' };
      const held = await within(lease.hold(node, at), PATIENCE, { ok: false, fault: 'unreachable' });
      if (!held.ok) return { outcome: 'lease-unreachable' };
      if (held.value === null) return { outcome: 'other-holder' };
      const published = seen?.payload ?? null;
      const services = decide(at, published);
      const why = begun ? whyPublish(published, keyset.epoch, services, at) : 'first';
      return why === null ? { outcome: 'nothing-new' } : publish(at, held.value, why);
    },
    /** What was published before this process began: its first feed goes on from there, and does not wait for its time. */
    goOnFrom(feed: OwnFeed | null): void {
      seen = feed;
    },
    /** What another node published in the meantime. */
    notice(feed: OwnFeed | null): void {
      seen = feed;
      begun ||= feed !== null;
    },
  };
};
