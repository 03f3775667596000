import { REPORT_BUCKET_SECONDS } from '../../../lib/model/report.ts';
import { BUCKETS_KEPT, EXACT_LIMIT } from '../count-limits.ts';
import type { Tally } from '../count-store.ts';
import type { Command } from './connection.ts';
import { networksKey, reportsKey, sampleKey } from './redis-keys.ts';

/** Seconds after the last addition until a count dies by itself. */
const LIFE = String(BUCKETS_KEPT * REPORT_BUCKET_SECONDS);

/** All tallies of one service, bucket and kind. */
export type TallyGroup = readonly [Tally, ...Tally[]];

/** What a flush brings, by service, bucket and kind: so many commands does it cost, however many reports there are. */
export const groupTallies = (tallies: readonly Tally[]): TallyGroup[] => {
  const groups = new Map<string, [Tally, ...Tally[]]>();
  for (const tally of tallies) {
    const name = `${tally.service} ${tally.bucket} ${tally.kind}`;
    const group = groups.get(name);
    if (group) group.push(tally);
    else groups.set(name, [tally]);
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
export const commandsOf = (group: TallyGroup): readonly Command[] => {
  const [{ service, bucket, kind }] = group;
  const [reports, networks, sample] = [
    reportsKey(service, bucket),
    networksKey(service, bucket, kind),
    sampleKey(service, bucket, kind),
  ];
  const members = [...new Set(group.map(memberOf))].sort().slice(0, EXACT_LIMIT + 1);
  const names = new Set(group.map(({ network }) => network));
  return [
    { key: reports, words: ['HINCRBY', reports, kind, String(group.length)] },
    { key: networks, words: ['PFADD', networks, ...names] },
    { key: sample, words: ['ZADD', sample, ...members.flatMap(scored)] },
    { key: sample, words: ['ZREMRANGEBYRANK', sample, String(EXACT_LIMIT + 1), '-1'] },
    ...[reports, networks, sample].map((key) => ({ key, words: ['EXPIRE', key, LIFE] })),
  ];
};

/** How many of a group's commands write counts. */
export const WRITES = 3;
