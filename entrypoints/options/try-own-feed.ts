import type { SharingBackend } from '../../lib/app/sharing-backend.ts';
import type { OwnFeedFault } from '../../lib/feed/check-own-feed.ts';
import { FEED_FAULTS } from '../../lib/feed/feed-fault.ts';
import { TRUST_SIZE_LIMIT } from '../../lib/model/own-feed.ts';

/** All that may be wrong, each of which the texts explain. The first five never get as far as being checked. */
export type OwnFeedTrouble = 'empty' | 'trust-too-large' | 'file-unreadable' | 'unanswered' | OwnFeedFault;

const FAULTS: readonly string[] = [
  'trust-not-json',
  'not-a-trust',
  'address-unusable',
  ...FEED_FAULTS,
] satisfies OwnFeedFault[];

const isFault = (reason: string): reason is OwnFeedFault => FAULTS.includes(reason);

/** Has a feed of the person's own checked and used; resolves to what is wrong with it, null when nothing is. */
export const tryOwnFeed = async (
  backend: SharingBackend,
  base: string,
  trust: string,
): Promise<OwnFeedTrouble | null> => {
  if (trust.trim() === '') return 'empty';
  if (trust.length > TRUST_SIZE_LIMIT) return 'trust-too-large';
  const done = await backend.useFeed(base, trust);
  if (done.ok) return null;
  return isFault(done.reason) ? done.reason : 'unanswered';
};

const OF_THE_ADDRESS: readonly OwnFeedTrouble[] = [
  'address-unusable',
  'network',
  'timeout',
  'status',
  'content-type',
];
const OF_THE_TRUST: readonly OwnFeedTrouble[] = [
  'empty',
  'trust-too-large',
  'trust-not-json',
  'not-a-trust',
  'trust-unusable',
  'keys-expired',
  'signatures-missing',
  'epoch-unknown',
];

/** The field that some trouble is about; null where neither is to blame. */
export const fieldOf = (trouble: OwnFeedTrouble | null): 'base' | 'trust' | null => {
  if (trouble === null) return null;
  if (OF_THE_ADDRESS.includes(trouble)) return 'base';
  return OF_THE_TRUST.includes(trouble) ? 'trust' : null;
};
