import type { RedisClientOptions } from '@redis/client';
import type { RandomBytes } from '../count-store.ts';
import { backOff } from './back-off.ts';

/** A command as it travels; `key` says which shard of a Cluster it goes to. */
export interface Command {
  readonly key: string;
  readonly words: readonly string[];
}

/** A command that surely did not leave this machine. */
export class Unsent extends Error {}

/** The same, because no shard is known that would have the key: what is known of the Cluster is out of date. */
export class Unowned extends Unsent {}

/** A line to Redis that mends itself. */
export interface Connection {
  /** Resolves with the reply; rejects with `Unsent`, with Redis' own error, or when the line broke in between. */
  send(command: Command): Promise<unknown>;
  /** Resolves when it first stands. */
  readonly open: Promise<void>;
  close(): void;
}

/** More commands than a flush of all services, kinds and buckets has. */
const QUEUE_LIMIT = 4000;

/**
 * What each line has: it refuses commands while it is down instead of keeping them (else they would pile up), knows within
 * seconds that the other side is gone, and connects anew with growing pauses for as long as it takes.
 */
export const lineOptions = (random: RandomBytes) =>
  ({
    RESP: 2,
    disableOfflineQueue: true,
    disableClientInfo: true,
    maintNotifications: 'disabled',
    commandsQueueMaxLength: QUEUE_LIMIT,
    commandOptions: { timeout: 0 },
    pingInterval: 3000,
    socket: {
      connectTimeout: 2000,
      socketTimeout: 10_000,
      reconnectStrategy: (failures: number) => backOff(failures, random),
    },
  }) as const satisfies RedisClientOptions<never, never, never, 2>;
