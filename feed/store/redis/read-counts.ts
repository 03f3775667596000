import { SERVICE_IDS, type ServiceId } from '../../../lib/model/service-id.ts';
import { z } from '../../../lib/model/zod.ts';
import { COUNT_KINDS, type CountKind } from '../count-kinds.ts';
import { EXACT_LIMIT } from '../count-limits.ts';
import type { BucketCount, StoreResult } from '../count-store.ts';
import { countOfSample, runLengths, type SampleSums } from '../count-of-sample.ts';
import { networksKey, reportsKey, sampleKey } from './redis-keys.ts';
import { faultOf, type RedisLink, type Sent } from './redis-link.ts';

const countKind = z.enum(COUNT_KINDS);
const textList = z.array(z.string());
const wholeNumber = z.int().check(z.gte(0));

interface Found {
  readonly service: ServiceId;
  readonly bucket: number;
  readonly kind: CountKind;
  readonly reports: number;
}

const replyOf = (sent: Sent | undefined): unknown => (sent?.ok ? sent.reply : undefined);

/** A hash as Redis writes it: name, value, name, value. What does not fit is not ours and is left out. */
const kindsOf = (reply: unknown): [CountKind, number][] => {
  const parsed = z.safeParse(textList, reply);
  if (!parsed.success) return [];
  return parsed.data.flatMap((name, index): [CountKind, number][] => {
    if (index % 2 === 1) return [];
    const kind = z.safeParse(countKind, name);
    const reports = Number(parsed.data[index + 1]);
    return kind.success && Number.isSafeInteger(reports) ? [[kind.data, reports]] : [];
  });
};

const sumsOf = (sample: readonly { readonly block: string; readonly region: string }[]): SampleSums => {
  const regions = new Map<string, number>();
  for (const { region } of sample) if (region) regions.set(region, (regions.get(region) ?? 0) + 1);
  const blocks = Uint32Array.from(sample, ({ block }) => Number.parseInt(block, 16));
  return { size: sample.length, blocks: runLengths(blocks), regions: [...regions] };
};

const countOf = (found: Found, estimate: unknown, members: unknown): BucketCount => {
  const estimated = z.safeParse(wholeNumber, estimate);
  const sampled = z.safeParse(textList, members);
  // A network that was named with two regions is one network.
  const sample = new Map(
    (sampled.success ? sampled.data : []).map((member) => [
      member.slice(0, 12),
      { block: member.slice(12, 20), region: member.slice(20) },
    ]),
  );
  const exact = (sampled.success ? sampled.data.length : 0) <= EXACT_LIMIT;
  return countOfSample(
    found,
    sumsOf([...sample.values()]),
    exact || !estimated.success ? null : estimated.data,
  );
};

/** All counts of these buckets, in two pipelines: which kinds there are, then what was counted of each. */
export const readCounts = async (
  link: RedisLink,
  buckets: readonly number[],
): Promise<StoreResult<readonly BucketCount[]>> => {
  const places = [...new Set(buckets)].flatMap((bucket) =>
    SERVICE_IDS.map((service) => ({ service, bucket })),
  );
  const hashes = await link.send(
    places.map(({ service, bucket }) => {
      const key = reportsKey(service, bucket);
      return { key, words: ['HGETALL', key] };
    }),
  );
  const fault = faultOf(hashes);
  if (fault) return { ok: false, fault };
  const found = places.flatMap((place, index): Found[] =>
    kindsOf(replyOf(hashes[index])).map(([kind, reports]) => ({ ...place, kind, reports })),
  );
  const sets = await link.send(
    found.flatMap(({ service, bucket, kind }) => {
      const [networks, sample] = [networksKey(service, bucket, kind), sampleKey(service, bucket, kind)];
      return [
        { key: networks, words: ['PFCOUNT', networks] },
        { key: sample, words: ['ZRANGE', sample, '0', '-1'] },
      ];
    }),
  );
  const setFault = faultOf(sets);
  if (setFault) return { ok: false, fault: setFault };
  const value = found.map((one, index) =>
    countOf(one, replyOf(sets[2 * index]), replyOf(sets[2 * index + 1])),
  );
  return { ok: true, value };
};
