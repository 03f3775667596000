import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bucketOf, REPORT_KINDS, report } from '../../../lib/model/report.ts';
import { SERVICE_IDS } from '../../../lib/model/service-id.ts';
import { z } from '../../../lib/model/zod.ts';
import { START, startNode } from './a-report.ts';

const NOW = bucketOf(START);

/** What the design says fits, written down a second time and without the code under test. */
const fits = (body: Uint8Array): boolean => {
  if (body.length > 256) return false;
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return false;
  }
  const parsed = z.safeParse(report, value);
  if (!parsed.success) return false;
  const { service, bucket } = parsed.data;
  return (SERVICE_IDS as readonly string[]).includes(service) && bucket <= NOW && bucket >= NOW - 3;
};

const anyOf = <Value>(...values: Value[]) => fc.constantFrom(...values);
const mostly = (good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ arbitrary: good, weight: 30 }, { arbitrary: fc.jsonValue({ maxDepth: 1 }), weight: 1 });

const nearly = fc
  .record({
    v: mostly(fc.constant(1)),
    service: mostly(anyOf(...SERVICE_IDS, ...SERVICE_IDS, 'site:example.org', 'Facebook', 'constructor')),
    kind: mostly(anyOf(...REPORT_KINDS, 'hasOwnProperty', '')),
    bucket: mostly(anyOf(NOW, NOW - 1, NOW - 2, NOW - 3, NOW, NOW - 3, NOW + 1, NOW - 4, 1e308, 0.5)),
  })
  .map((value) => JSON.stringify(value));
const padded = fc.tuple(nearly, fc.nat(220)).map(([text, spaces]) => text + ' '.repeat(spaces));
const withMore = fc
  .tuple(nearly, anyOf('__proto__', 'constructor', 'toString', 'v', 'extra'), fc.jsonValue({ maxDepth: 2 }))
  .map(([text, key, value]) => `${text.slice(0, -1)},${JSON.stringify(key)}:${JSON.stringify(value)}}`);
const damaged = fc.tuple(nearly, fc.nat(90), fc.nat(255)).map(([text, place, byte]) => {
  const body = Buffer.from(text);
  if (body.length > 0) body[place % body.length] = byte;
  return new Uint8Array(body);
});
const body = fc.oneof(
  ...[nearly, padded, withMore, fc.json(), fc.string()].map((text) =>
    text.map((each) => new Uint8Array(Buffer.from(each))),
  ),
  damaged,
  fc.uint8Array({ maxLength: 400 }),
);

it('never throws and never counts what does not fit, in 20,000 inputs', async () => {
  const node = await startNode({ capacity: 1_000_000 });
  let [expected, sent] = [0, 0];
  fc.assert(
    fc.property(body, fc.oneof(fc.constant(null), fc.string(), anyOf('FR', 'US-CA')), (bytes, region) => {
      // Each from a network of its own, so that nothing is dropped for being too many.
      sent += 1;
      node.ingest.accept(bytes, `10.${(sent >> 8) & 255}.${sent & 255}.1`, region);
      if (fits(bytes)) expected += 1;
      expect(node.ingest.counters().accepted).toBe(expected);
    }),
    { numRuns: 20_000, seed: 20_240_305 },
  );
  const counters = node.ingest.counters();
  expect(counters.received).toBe(
    counters.accepted + Object.values(counters.dropped).reduce((a, b) => a + b, 0),
  );
  // The fuzz reaches both sides of every rule.
  expect(counters.accepted).toBeGreaterThan(1500);
  for (const reason of ['too-large', 'malformed', 'bucket', 'service'] as const)
    expect(counters.dropped[reason]).toBeGreaterThan(50);
  const counts = await node.counts(NOW - 3, NOW - 2, NOW - 1, NOW);
  expect(counts.reduce((sum, { reports }) => sum + reports, 0)).toBe(expected);
});

it('never throws whatever stands for an address, and counts none that is no address', async () => {
  const node = await startNode({ capacity: 1_000_000 });
  const good = Buffer.from(JSON.stringify({ v: 1, service: 'x', kind: 'errors', bucket: NOW }));
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.ipV4Extended(), fc.ipV6(), fc.webUrl()), (address) => {
      node.ingest.accept(good, address, null);
    }),
    { numRuns: 2000, seed: 7 },
  );
  const { accepted, dropped, received } = node.ingest.counters();
  expect(accepted + dropped.address + dropped['too-many']).toBe(received);
  expect(Math.min(accepted, dropped.address)).toBeGreaterThan(200);
});
