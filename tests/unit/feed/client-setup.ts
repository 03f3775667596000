import type { KeyValueArea } from '../../../lib/model/key-value-area.ts';
import type { FeedPayload } from '../../../lib/model/feed.ts';
import type { FeedTrust } from '../../../lib/model/signed-feed.ts';
import { toTimestamp } from '../../../lib/model/timestamp.ts';
import { createFeedClient, type FeedClient } from '../../../lib/feed/client.ts';
import { createMemoryArea } from '../../../lib/storage/memory-area.ts';
import { bytesOf, feedBytes, MINUTE, NOW, payloadOf, signKeys, trustOf } from './signing-kit.ts';

export const FIRST = 'https://one.example';
export const SECOND_BASE = 'https://two.example';

type File = Uint8Array | number | 'down';

/** A feed's servers, one client of them, and a clock that the test moves. */
export interface World {
  now: number;
  random: number;
  /** What lies at an address; a number is an answer of that status. */
  readonly files: Map<string, File>;
  /** Every address that was asked, in order. */
  readonly asked: string[];
  headers: Record<string, string>;
  readonly area: KeyValueArea;
  trust: FeedTrust;
  /** A client as a freshly started worker would make it. */
  client(bases?: readonly string[], area?: KeyValueArea): FeedClient;
  /** Puts a feed at a base, issued now. */
  publish(changes?: Partial<FeedPayload>, base?: string): Promise<void>;
}

export const issuedAt = (now: number): Pick<FeedPayload, 'issuedAt' | 'expiresAt'> => ({
  issuedAt: toTimestamp(now),
  expiresAt: toTimestamp(now + 10 * MINUTE),
});

export const makeWorld = async (): Promise<World> => {
  const world: World = {
    now: NOW,
    random: 0,
    files: new Map<string, File>(),
    asked: [],
    headers: {},
    area: createMemoryArea(),
    trust: await trustOf(),
    client: (bases = [FIRST, SECOND_BASE], area = world.area) =>
      createFeedClient({
        trust: world.trust,
        bases,
        area,
        now: () => world.now,
        random: () => world.random,
        fetch: async (address) => {
          world.asked.push(address);
          const file = world.files.get(address) ?? 404;
          if (file === 'down') throw new TypeError('cannot connect');
          const headers = { 'content-type': 'application/jose+json', ...world.headers };
          if (typeof file === 'number') return new Response('', { status: file, headers });
          return new Response(file as Uint8Array<ArrayBuffer>, { headers });
        },
      }),
    async publish(changes = {}, base = FIRST) {
      world.files.set(
        `${base}/v1/feed.json`,
        await feedBytes(payloadOf({ ...issuedAt(world.now), ...changes })),
      );
    },
  };
  await world.publish();
  world.files.set(`${FIRST}/v1/keys.json`, bytesOf(await signKeys()));
  return world;
};
