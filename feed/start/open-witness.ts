import type { Logger } from 'pino';
import { feedTrust } from '../../lib/model/signed-feed.ts';
import { z } from '../../lib/model/zod.ts';
import { readJsonFile } from '../keys/key-files.ts';
import type { Layout } from '../keys/layout.ts';
import type { BoundedFetch } from '../sources/source.ts';
import type { History } from '../store/history.ts';
import { confirms } from '../witness/confirms.ts';
import { followKeys } from '../witness/follow-keys.ts';
import { createWitnessDesk } from '../witness/witness-desk.ts';
import type { KeyHolder } from './open-keys.ts';
import type { Watching } from './open-watching.ts';

export interface WitnessParts {
  readonly keys: KeyHolder;
  readonly history: History;
  readonly watching: Watching;
  readonly fetch: BoundedFetch;
  readonly now: () => number;
  readonly log: Logger;
}

/** The addresses of the feed in the `trust.json` that was put in place here; none where there is none. */
export const feedOf = async (layout: Layout): Promise<readonly string[]> => {
  const trust = z.safeParse(feedTrust, await readJsonFile(layout.trust));
  return trust.success ? trust.data.bases : [];
};

/** What a witness does: answers over HTTP, and follows the keys of the feed at `bases`. */
export const openWitness = (bases: readonly string[], parts: WitnessParts) => {
  const { keys, history, watching, fetch, now, log } = parts;
  if (bases.length === 0)
    log.warn('trust.json names no address of the feed: its newer keys are not followed');
  const follower = followKeys({
    bases,
    fetch,
    async take(file) {
      const taken = await keys.follow(file);
      if (taken) log.info({ version: keys.current()?.keyset.version }, 'newer keys were taken up');
      return taken;
    },
  });
  const desk = createWitnessDesk({
    keys() {
      const keyring = keys.current();
      if (!keyring) throw new Error('a witness has keys');
      return keyring;
    },
    now,
    confirms: (service, at) => confirms({ ...watching.sees(service, at), crowd: null }),
    lastSequence: (epoch) => history.lastWitnessed(epoch),
    saveSequence: (epoch, sequence) => history.saveWitnessed(epoch, sequence).ok,
    newerKeys: () => follower.now(now()),
  });
  return {
    /** Looks once an hour whether there are newer keys. */
    look: async (): Promise<void> => void (await follower.due(now())),
    async desk(signed: Uint8Array): Promise<{ readonly status: number; readonly json: unknown }> {
      const answer = await desk(signed);
      return { status: 'fault' in answer ? 409 : 200, json: answer };
    },
  };
};
