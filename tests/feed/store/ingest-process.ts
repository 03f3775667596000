import { randomBytes } from 'node:crypto';
import { createIngest } from '../../../feed/reports/ingest.ts';
import { connectRedisStore } from '../../../feed/store/redis-store.ts';
import { bucketOf } from '../../../lib/model/report.ts';

/**
 * An ingest node as a process of its own, which flushes every half second. It takes `{ first, count, bucket }` as so many reports
 * from networks with these numbers, and says how many it took and, after each flush, how many of them are in Redis.
 */
const store = await connectRedisStore(process.argv[2] ?? '', { random: randomBytes });
const ingest = createIngest({ store, now: Date.now, random: Math.random, rate: () => 1 });
await ingest.ready;

/** Who no longer listens has ended the test. */
const say = (what: object): void => void process.send?.(what, () => undefined);
process.once('disconnect', () => process.exit());

process.on('message', ({ first, count, bucket }: { first: number; count: number; bucket: number }) => {
  const body = Buffer.from(JSON.stringify({ v: 1, service: 'facebook', kind: 'errors', bucket }));
  for (let from = first; from < first + count; from += 1)
    ingest.accept(body, `10.${from >> 8}.${from & 255}.1`, null);
  say({ accepted: ingest.counters().accepted });
});
setInterval(async () => {
  const { accepted } = ingest.counters();
  await ingest.flush();
  say({ flushed: accepted });
}, 500);
say({ ready: bucketOf(Date.now()) });
