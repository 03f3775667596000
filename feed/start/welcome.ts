import { readdir } from 'node:fs/promises';
import { relative } from 'node:path';
import { daysLeft, readKeyring } from '../keys/keyring.ts';
import { layoutOf } from '../keys/layout.ts';
import type { Role, Settings } from '../settings/settings.ts';

/** Readers stop believing keys that end: so many days before, it is said at each start. */
const WARN_DAYS = 60;

const near = (path: string): string => {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short;
};

const WHERE: Readonly<Record<Role, (base: string) => string>> = {
  all: (base) => `The feed is at ${base}   (status page: ${base}/)`,
  publisher: (base) => `The feed is at ${base}   (status page: ${base}/)`,
  ingest: (base) => `Reports are taken at ${base}/v1/reports`,
  witness: (base) =>
    `The witness is at ${base}   (the first machine is told --witness ${base}, or where a proxy has it)`,
};

/** What the person who started the server has to know. `now` is in milliseconds since 1970. */
export const welcome = async (
  feed: { readonly base: string; readonly trustPath: string },
  settings: Settings,
  now: number,
): Promise<string[]> => {
  const layout = layoutOf(settings.data);
  const bases = settings.bases.length > 0 ? settings.bases : [feed.base];
  const offline = (await readdir(layout.offline).catch(() => [])).length;
  const { role } = settings;
  const hasReaders = role === 'all' || role === 'publisher';
  const read = await readKeyring(layout);
  const days = read.ok ? Math.floor(daysLeft(read.keyring, now)) : Infinity;
  return [
    WHERE[role](feed.base),
    '',
    ...(hasReaders ? [`  trust.json   ${near(layout.trust)}   (public: readers need it)`] : []),
    ...(read.ok ? [`  keys         ${near(layout.keys)}   (secret: for you alone)`] : []),
    `  database     ${near(layout.history)}`,
    '',
    ...(hasReaders
      ? [
          '  Build the extension with it:',
          `    WXT_FEED_BASES=${bases.join(',')} WXT_FEED_TRUST=${near(layout.trust)} npm run build`,
          '',
        ]
      : []),
    ...(offline > 0
      ? [
          `  The ${offline} root keys in ${near(layout.offline)} belong offline: move each to a place of its own,`,
          '  once you are past trying it out. docs/feed.md says how to use them from there.',
          '',
        ]
      : []),
    ...(days < WARN_DAYS
      ? [
          `  The keys end in ${days} days. Then nobody reads this feed any more: npm run feed -- keys renew`,
          '',
        ]
      : []),
    '  Ctrl+C stops it.',
  ];
};
