import { randomBytes } from 'node:crypto';
import { createIngest, type Ingest, type IngestOptions } from '../../../feed/reports/ingest.ts';
import type { BucketCount, CountStore } from '../../../feed/store/count-store.ts';
import { createMemoryStore } from '../../../feed/store/memory-store.ts';
import { bucketOf } from '../../../lib/model/report.ts';

/** 5 March 2024, 15:02 UTC. */
export const START = Date.UTC(2024, 2, 5, 15, 2);

export const bytes = (value: unknown): Uint8Array =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

/** A report as a client sends it. */
export const reportOf = (fields: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  v: 1,
  service: 'facebook',
  kind: 'forced-logout',
  bucket: bucketOf(START),
  ...fields,
});

/** An ingest node on a memory store, with a clock that the test moves. */
export interface Node {
  readonly ingest: Ingest;
  readonly store: CountStore;
  at: number;
  send(fields?: Readonly<Record<string, unknown>>, address?: string, region?: string | null): void;
  /** Of each kind by itself. */
  counts(...buckets: number[]): Promise<readonly BucketCount[]>;
}

export const startNode = async (options: Partial<IngestOptions> = {}, at = START): Promise<Node> => {
  const now = (): number => node.at;
  const store = options.store ?? createMemoryStore({ now, random: randomBytes });
  const node: Node = {
    at,
    store,
    ingest: undefined as unknown as Ingest,
    send: (fields, address = '203.0.113.7', region = null) =>
      node.ingest.accept(bytes(reportOf({ bucket: bucketOf(node.at), ...fields })), address, region),
    async counts(...buckets) {
      await node.ingest.flush();
      const read = await store.read(buckets.length > 0 ? buckets : [bucketOf(node.at)]);
      if (!read.ok) throw new Error(read.fault);
      return read.value.filter(({ kind }) => kind !== 'complaint');
    },
  };
  const ingest = createIngest({ now, random: () => 0.5, rate: () => 1, ...options, store });
  await ingest.ready;
  return Object.assign(node, { ingest });
};
