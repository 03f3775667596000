import { eventually } from '../../tests/browser/harness/eventually.ts';
import { published } from '../../tests/browser/shared-feed/published.ts';
import type { FeedHome, MovedFeed } from '../../tests/browser/shared-feed/real-feed.ts';
import { addressIn, sendReports } from '../../tests/browser/shared-feed/reporters.ts';
import type { ReportKind } from '../../lib/model/report.ts';
import type { ServiceId } from '../../lib/model/service-id.ts';
import { sayDetail, sayLine } from './print.ts';
import type { FeedExpected, ToldFeed } from './story.ts';

/** The server has run so long when a story begins, in seconds: its curve of reports shows what is usual. */
const RAN_BEFORE = 2 * 3_600;
/** And its clock then lies so many minutes behind: a story moves it on. Readers believe ten minutes, and five ahead. */
const BEHIND = 5;
/** Seconds of the server's time in which it must say what a story expects. */
const PATIENCE = 180;

/** Of a hundred people who are out, so many were signed out, so many are refused, so many see errors: 5 March 2024. */
const THROWN_OUT: readonly (readonly [ReportKind, number])[] = [
  ['forced-logout', 81],
  ['sign-in-rejected', 44],
  ['errors', 38],
];
/** Instagram could not load. */
const CANNOT_LOAD: readonly (readonly [ReportKind, number])[] = [['errors', 100]];
const SHOWS: Partial<Record<ServiceId, typeof THROWN_OUT>> = {
  facebook: THROWN_OUT,
  instagram: CANNOT_LOAD,
};

/** Starts the real server, lets it run, and gives a story its hand on it. */
export const openToldFeed = async (home: FeedHome): Promise<ToldFeed> => {
  const feed: MovedFeed = await home.start(-BEHIND - RAN_BEFORE / 60);
  await feed.seconds(RAN_BEFORE, 60);
  sayLine(`The feed server listens on ${feed.base}; its keys and its database are in ${feed.data}.`);
  sayDetail(
    'Its clock, and the extension’s wait for the next look at it, are the story’s: hours pass in seconds.',
  );
  let reporters = 0;

  const says = async (service: ServiceId) => (await published(feed.base))?.services[service];

  return {
    async people(count, service) {
      const first = reporters;
      reporters += count;
      for (const [kind, share] of SHOWS[service] ?? CANNOT_LOAD) {
        const networks = Math.round((count * share) / 100);
        // Who sees errors is mostly somebody else, so that everybody has something to report.
        const from = kind === 'errors' ? first + count - networks : first;
        await sendReports(feed.base, { service, kind, networks, from, at: feed.clock.now() });
      }
      await feed.seconds(60);
      const entry = await says(service);
      sayDetail(
        `${count} people in as many networks (${addressIn(first)} to ${addressIn(reporters - 1)}) report ${service}: ${entry?.status}, ${entry?.reports?.reporters ?? 'fewer than 20'} reporters`,
      );
    },
    minutes: (count) => feed.seconds(count * 60, count > 10 ? 20 : 1),
    async expect({ service, status, official }: FeedExpected) {
      const wanted = `the feed to say ${status} of ${service}${official ? `, officially ${official}` : ''}`;
      let waited = 0;
      const entry = await eventually(wanted, async () => {
        const seen = await says(service);
        if (seen?.status === status && (!official || seen.official?.status === official)) return seen;
        if (waited >= PATIENCE) throw new Error(`${wanted}: it says ${JSON.stringify(seen)}`);
        waited += 1;
        await feed.seconds(1);
        return null;
      });
      const { reports, confidence } = entry;
      const crowd = reports
        ? `${reports.reporters} reporters in ten minutes where ${reports.expected} reports are usual`
        : 'fewer than 20 reporters';
      const words = entry.official ? `; officially ${entry.official.status}` : '';
      sayDetail(`feed: ${service} ${status} (${confidence}), ${crowd}${words}`);
    },
    now: () => feed.clock.now(),
  };
};
