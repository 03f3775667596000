import { readFileSync } from 'node:fs';
import { readTrust } from '../../lib/feed/trust.ts';
import { feedBase } from '../../lib/model/signed-feed.ts';
import { z } from '../../lib/model/zod.ts';

export interface FeedConfig {
  readonly bases: readonly string[];
  readonly trust: unknown;
}

const NONE: FeedConfig = { bases: [], trust: null };

const readBases = (text: string): string[] =>
  text
    .split(',')
    .map((base) => base.trim().replace(/\/+$/, ''))
    .filter((base) => base !== '');

/**
 * The shared feed to build into the package: `WXT_FEED_BASES` (comma-separated https addresses; http
 * only on this very machine) and `WXT_FEED_TRUST`
 * (path of a `trust.json`). Without both the package has no shared feed and says so.
 * @throws with a sentence when only one is set, an address is not https, or the file is no trust
 */
export const readFeedConfig = (env: Readonly<Record<string, string | undefined>>): FeedConfig => {
  const bases = readBases(env.WXT_FEED_BASES ?? '');
  const path = env.WXT_FEED_TRUST ?? '';
  if (bases.length === 0 && path === '') return NONE;
  if (bases.length === 0) throw new Error('WXT_FEED_TRUST is set without WXT_FEED_BASES');
  if (path === '') throw new Error('WXT_FEED_BASES is set without WXT_FEED_TRUST');
  const foreign = bases.find((base) => !z.safeParse(feedBase, base).success);
  if (foreign !== undefined) throw new Error(`WXT_FEED_BASES: ${foreign} is no https address`);
  const trust: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!readTrust(trust)) throw new Error(`WXT_FEED_TRUST: ${path} is no trust.json`);
  return { bases, trust };
};
