import type { CountKind } from '../count-kinds.ts';

/**
 * The names of everything that is kept in Redis. The part in braces decides the shard in a Cluster: all of one service and
 * bucket lie together, different ones are spread.
 */
const slot = (service: string, bucket: number): string => `oh:{${service}:${bucket}}`;

/** A hash: reports by kind, and those that are complaints. */
export const reportsKey = (service: string, bucket: number): string => `${slot(service, bucket)}:reports`;
/** A HyperLogLog of distinct networks. */
export const networksKey = (service: string, bucket: number, kind: CountKind): string =>
  `${slot(service, bucket)}:networks:${kind}`;
/** A sorted set: the networks with the smallest hashes, all of them up to the limit. */
export const sampleKey = (service: string, bucket: number, kind: CountKind): string =>
  `${slot(service, bucket)}:sample:${kind}`;

export const hourKey = (hour: number): string => `oh:{hash-key}:${hour}`;
export const NODES_KEY = 'oh:{nodes}';
export const LEASE_HOLDER_KEY = 'oh:{lease}:holder';
export const LEASE_FENCE_KEY = 'oh:{lease}:fence';
