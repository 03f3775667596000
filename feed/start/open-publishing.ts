import type { FeedPayload } from '../../lib/model/feed.ts';
import type { ServiceId } from '../../lib/model/service-id.ts';
import { z } from '../../lib/model/zod.ts';
import { bucketsNeeded } from '../crowd/buckets-needed.ts';
import { crowdState, type CrowdState } from '../crowd/crowd-state.ts';
import { observeMinute } from '../crowd/observe-minute.ts';
import { createDecision } from '../publish/decide-services.ts';
import { PRESENCE_RATE } from '../publish/payload.ts';
import { createPublisher } from '../publish/publisher.ts';
import type { PublishedFile } from '../publish/published-file.ts';
import { createValve } from '../publish/valve.ts';
import { watchCrowd } from '../publish/watch-crowd.ts';
import { witnessAt, witnessHere } from '../publish/witness.ts';
import { decideEntry } from '../status/decide-entry.ts';
import type { EvidenceOfStatus } from '../status/evidence-of-status.ts';
import type { History } from '../store/history.ts';
import type { Counts } from './open-counts.ts';
import type { KeyHolder } from './open-keys.ts';
import { rememberFeeds } from './remember-feeds.ts';

export interface PublishingParts {
  readonly node: string;
  readonly counts: Counts;
  readonly file: PublishedFile;
  readonly keys: KeyHolder;
  readonly history: History;
  readonly services: readonly ServiceId[];
  readonly sees: (service: ServiceId, at: number) => Pick<EvidenceOfStatus, 'official' | 'probes'>;
  /** The address of the machine that witnesses; null for this one. */
  readonly witness: string | null;
  readonly published: () => FeedPayload | null;
  /** Reports that came in a second of late at this node; null when not known. */
  readonly ownLoad: (at: number) => number | null;
}

const UNASKED: FeedPayload['reporting'] = { rate: 1, presenceRate: PRESENCE_RATE, maxDelaySeconds: 180 };

const knownState = (history: History, service: ServiceId): CrowdState | null => {
  const parsed = z.safeParse(crowdState, history.crowdState(service));
  return parsed.success ? parsed.data : null;
};

/** What turns counts and sights into a signed feed, put together from its parts. */
export const openPublishing = (parts: PublishingParts) => {
  const { node, counts, file, keys, history, services, sees, witness, published, ownLoad } = parts;
  const keyring = () => {
    const current = keys.current();
    if (!current) throw new Error('a node that publishes has keys');
    return current;
  };
  const crowd = watchCrowd<CrowdState>({
    services,
    store: counts.store,
    detector: { bucketsNeeded, observeMinute },
    kept: (service) => knownState(history, service),
    keep: (states, at) => void history.saveCrowdStates(states, at),
  });
  const valve = createValve(() => published()?.reporting.rate ?? 1);
  const elsewhere = witness === null ? null : witnessAt(witness, fetch);
  const publisher = createPublisher({
    node,
    lease: counts.lease,
    file,
    keys: keyring,
    askWitness: () => elsewhere ?? witnessHere(keyring().witness),
    remembered: () => history.lastSequence(),
    decide: createDecision({
      services,
      evidence: (service, at) => ({ ...sees(service, at), crowd: crowd.reading(service, at) }),
      decideEntry,
    }),
    rate: (at) => valve.rate(crowd.load(ownLoad(at)), at),
  });
  return {
    publisher,
    observe: (at: number) => crowd.observe(at, published()?.reporting ?? UNASKED),
    remember: rememberFeeds(history),
  };
};
