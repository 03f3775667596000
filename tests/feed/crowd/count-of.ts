import type { CountKind } from '../../../feed/store/count-kinds.ts';
import type { BucketCount } from '../../../feed/store/count-store.ts';

/** A count of so many networks, each in a block of its own unless `blocks` says otherwise. */
export const countOf = (
  kind: CountKind,
  bucket: number,
  networks: number,
  more: Partial<Pick<BucketCount, 'blocks' | 'regions' | 'reports'>> = {},
): BucketCount => ({
  service: 'facebook',
  kind,
  bucket,
  reports: networks,
  networks,
  blocks: Array.from({ length: Math.min(64, networks) }, () => 1),
  regions: {},
  ...more,
});

export const SETTINGS = { rate: 1, presenceRate: 0.01, maxDelaySeconds: 180 };
