import type { FeedPayload } from '../model/feed.ts';
import type { ServiceId } from '../model/service-id.ts';
import type { FeedChoice } from '../model/settings.ts';
import type { FeedLine, ServiceRow, Snapshot } from '../model/snapshot.ts';
import { OFFICIAL_PAGES } from '../model/status-pages.ts';
import { toMillis, toTimestamp } from '../model/timestamp.ts';
import { isSignedInAnywhere, wasEverSignedIn, type SessionBook } from '../sensing/session/session-book.ts';
import type { ServiceDefinition } from '../services/index.ts';
import type { IncidentStore, SettingsStore, TroubleStore } from '../storage/stores.ts';
import type { Item } from './parts.ts';
import type { SeenState } from './seen-state.ts';

/** An incident that is over is still shown in the popup for this long. */
const RECOVERED_SHOWN_MS = 30 * 60_000;
/** One that is so shown was opened no longer ago than this; the days before it are not read. */
const RECOVERED_OPENED_MS = 7 * 24 * 60 * 60_000;

/** What an official page said is shown as current for this long after it was read. */
const OFFICIAL_SHOWN_MS = 60 * 60_000;

/** The feed in local data; the payload only while it is verified and holds. */
export interface StandingFeed {
  readonly line: FeedLine;
  readonly payload: FeedPayload | null;
}

export interface SnapshotParts {
  readonly services: readonly ServiceDefinition[];
  readonly incidents: IncidentStore;
  readonly settings: SettingsStore;
  readonly troubles: TroubleStore;
  readonly book: Item<SessionBook>;
  readonly run: Pick<Item<SeenState>, 'read'>;
  readonly granted: (hosts: readonly string[]) => Promise<boolean>;
  readonly feed: (choice: FeedChoice, now: number) => Promise<StandingFeed>;
}

const sessionOf = (book: SessionBook, service: string): ServiceRow['session'] => {
  if (isSignedInAnywhere(book, service)) return 'signed-in';
  return wasEverSignedIn(book, service) ? 'signed-out' : 'unknown';
};

/** Of two official words the one that was read later; one that could not be read at all is none beside another. */
const officialOf = (
  { payload, line }: StandingFeed,
  direct: SeenState['official']['words'][string] | undefined,
  service: ServiceId,
  now: number,
): ServiceRow['official'] => {
  const quoted = payload?.services[service]?.official ?? null;
  if (!direct || Math.abs(now - direct.readAt) > OFFICIAL_SHOWN_MS) return quoted;
  const isNewer = toMillis(line.issuedAt ?? toTimestamp(0)) > direct.readAt;
  return quoted && isNewer && quoted.status !== 'unreachable' ? quoted : direct.word;
};

/** Reads from local data all that the popup shows at `now` (ms); nothing here waits for the network. */
export const readSnapshot = async (parts: SnapshotParts, now: number): Promise<Snapshot> => {
  const [open, recent, { settings, feed }, troubles, book, run, mayRead] = await Promise.all([
    parts.incidents.open(),
    parts.incidents.list({ from: now - RECOVERED_OPENED_MS, limit: 10 }),
    parts.settings.read().then(async (chosen) => ({
      settings: chosen,
      feed: await parts.feed(chosen.feed, now),
    })),
    parts.troubles.read(),
    parts.book.read(),
    parts.run.read(),
    parts.granted(OFFICIAL_PAGES),
  ]);
  const over = recent.filter(
    ({ closedAt, closedBy }) =>
      closedAt !== null && closedBy === 'recovered' && now - toMillis(closedAt) <= RECOVERED_SHOWN_MS,
  );
  const services = await Promise.all(
    parts.services.map(async ({ id, hosts }): Promise<ServiceRow> => {
      const seenAt = run.seenAt[id];
      return {
        service: id,
        watched: settings.watched.includes(id),
        permitted: hosts.length > 0 && (await parts.granted(hosts)),
        session: sessionOf(book, id),
        entry: feed.payload?.services[id] ?? null,
        official: officialOf(feed, mayRead ? run.official.words[id] : undefined, id, now),
        lastSeenAt: seenAt === undefined ? null : toTimestamp(seenAt),
      };
    }),
  );
  return {
    at: toTimestamp(now),
    incidents: [...open, ...over],
    services,
    feed: feed.line,
    officialPages: mayRead ? 'granted' : 'not-granted',
    settings,
    troubles,
  };
};
