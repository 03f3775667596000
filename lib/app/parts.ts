import type {
  AlarmPort,
  BadgePort,
  CookiePort,
  FrontDoorPort,
  NotificationPort,
  PermissionPort,
  TabPort,
} from '../browser/ports.ts';
import type { Closure } from '../diagnosis/index.ts';
import type { OwnFeedFault } from '../feed/check-own-feed.ts';
import type { Outbox, Reporting } from '../feed/reports/outbox.ts';
import type { OfficialWord } from '../model/feed.ts';
import type { Report } from '../model/report.ts';
import type { FeedChoice, Settings } from '../model/settings.ts';
import type { Observation } from '../model/observation.ts';
import type { ServiceId } from '../model/service-id.ts';
import type { SessionBook } from '../sensing/session/session-book.ts';
import type { ServiceDefinition } from '../services/index.ts';
import type { IncidentStore, ObservationLog, SettingsStore, TroubleStore } from '../storage/stores.ts';
import type { Texts } from '../text/texts.ts';
import type { RunState } from './run-state.ts';

/** One small stored value; reading gives the default where nothing readable is stored. */
export interface Item<Value> {
  read(): Promise<Value>;
  write(value: Value): Promise<void>;
}

/** Where the shared feed comes from, and where reports go. `choice` is the person's: which feed, or none. */
export interface FeedPort {
  /** Asks the feed if its schedule allows; resolves to what is to be logged of it for these services. */
  refresh(
    choice: FeedChoice,
    why: 'event' | 'routine',
    services: readonly ServiceId[],
    now: number,
  ): Promise<FeedReading>;
  /** What the feed as it stands asks of its reporters; null without a verified feed. Asks nobody. */
  reporting(choice: FeedChoice, now: number): Promise<Reporting | null>;
  /** Sends a report to the feed's own server; false when it did not get there. */
  report(choice: FeedChoice, report: Report): Promise<boolean>;
  /** Tries a feed of the person's own, and keeps it when it is good. */
  adopt(base: string, trust: string): Promise<{ ok: true } | { ok: false; fault: OwnFeedFault }>;
}

export interface FeedReading {
  readonly observations: readonly Observation[];
  /** Names what was read, so that the same reading is not logged twice; null when nothing was asked. */
  readonly reading: string | null;
  /** The feed was not asked: this is what it said when it was, and tells nothing of the network now. */
  readonly standing: boolean;
  /** The feed's signature did not verify. */
  readonly tampered: boolean;
  /** The feed could not be reached at all. */
  readonly unreachable: boolean;
}

/** Official status pages as the extension reads them itself. */
export interface OfficialPort {
  /** What they say of these services at `now` (ms), as it may be shown; null when nothing could be read. Never rejects. */
  read(services: readonly ServiceId[], now: number): Promise<ReadonlyMap<ServiceId, OfficialWord> | null>;
}

/** All that the background works with. Everything outside comes in here; the use cases import no browser API. */
export interface Parts {
  readonly services: readonly ServiceDefinition[];
  readonly log: ObservationLog;
  readonly incidents: IncidentStore;
  readonly settings: SettingsStore;
  readonly troubles: TroubleStore;
  readonly book: Item<SessionBook>;
  readonly run: Item<RunState>;
  readonly closures: Item<readonly Closure[]>;
  readonly outbox: Item<Outbox>;
  readonly cookies: CookiePort;
  readonly tabs: TabPort;
  readonly notifications: NotificationPort;
  readonly badge: BadgePort;
  readonly alarms: AlarmPort;
  readonly frontDoor: FrontDoorPort;
  readonly permissions: PermissionPort;
  readonly feed: FeedPort;
  readonly official: OfficialPort;
  /** The words of a language; `auto` follows the browser. */
  readonly texts: (language: Settings['language']) => Promise<Texts>;
  /** Milliseconds since 1970. */
  /** A number in [0, 1). */
  readonly random: () => number;
  readonly now: () => number;
  readonly online: () => boolean;
  /** Runs the job after so many ms, if the worker still lives then; an alarm stands behind it. */
  readonly later: (ms: number, job: () => void) => void;
  /** Tells the extension's open pages that stored data changed. */
  readonly changed: () => void;
  /** See `EndingContext.explicitMeansLocal`: true in Chromium, false in Firefox. */
  readonly explicitMeansLocal: boolean;
  /** Where a bug goes that nobody handles: never to the network. */
  readonly complain: (error: unknown) => void;
}
