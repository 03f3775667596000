import { REPORT_BUCKET_SECONDS } from '../../../lib/model/report.ts';
import { countedAs, type CountKind } from '../count-kinds.ts';
import { BUCKETS_KEPT, EXACT_LIMIT } from '../count-limits.ts';
import type { Tally } from '../count-store.ts';
import type { Command } from './connection.ts';
import { networksKey, reportsKey, sampleKey } from './redis-keys.ts';

/** Seconds after the last addition until a count dies by itself. */
const LIFE = String(BUCKETS_KEPT * REPORT_BUCKET_SECONDS);

/** All tallies of one service and bucket that count as this. */
export interface TallyGroup {
  readonly kind: CountKind;
  readonly tallies: readonly [Tally, ...Tally[]];
}

/** What a flush brings, by service, bucket and kind: so many commands does it cost, however many reports there are. */
export const groupTallies = (tallies: readonly Tally[]): TallyGroup[] => {
  const groups = new Map<string, { readonly kind: CountKind; readonly tallies: [Tally, ...Tally[]] }>();
  for (const tally of tallies)
    for (const kind of countedAs(tally.kind)) {
      const name = `${tally.service} ${tally.bucket} ${kind}`;
      const group = groups.get(name);
      if (group) group.tallies.push(tally);
      else groups.set(name, { kind, tallies: [tally] });
    }
  return [...groups.values()];
};

/** A member of the sample: 12 digits of the network, 8 of its block, then the region. */
const memberOf = ({ network, block, region }: Tally): string => `${network}${block}${region ?? ''}`;

/** The score is the network's 48 bits as a number, so that the smallest hashes can be kept. */
const scored = (member: string): [string, string] => [
  String(Number.parseInt(member.slice(0, 12), 16)),
  member,
];

/**
 * The commands that add a group, the three that write counts first. One member more than the limit is kept, so that a
 * full sample can be told from one that just fits.
 */
export const commandsOf = ({ kind, tallies }: TallyGroup): readonly Command[] => {
  const [{ service, bucket }] = tallies;
  const [reports, networks, sample] = [
    reportsKey(service, bucket),
    networksKey(service, bucket, kind),
    sampleKey(service, bucket, kind),
  ];
  const members = [...new Set(tallies.map(memberOf))].sort().slice(0, EXACT_LIMIT + 1);
  const names = new Set(tallies.map(({ network }) => network));
  return [
    { key: reports, words: ['HINCRBY', reports, kind, String(tallies.length)] },
    { key: networks, words: ['PFADD', networks, ...names] },
    { key: sample, words: ['ZADD', sample, ...members.flatMap(scored)] },
    { key: sample, words: ['ZREMRANGEBYRANK', sample, String(EXACT_LIMIT + 1), '-1'] },
    ...[reports, networks, sample].map((key) => ({ key, words: ['EXPIRE', key, LIFE] })),
  ];
};

/** How many of a group's commands write counts. */
export const WRITES = 3;
