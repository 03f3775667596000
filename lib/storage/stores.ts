import type { Alarm, Certainty, Decision } from '../model/cause.ts';
import type { Incident } from '../model/incident.ts';
import type { Observation } from '../model/observation.ts';
import type { Settings } from '../model/settings.ts';
import type { Trouble } from '../model/snapshot.ts';
import type { ServiceId } from '../model/service-id.ts';

/** A stretch of time in milliseconds since 1970, both ends included; `to` may be `Infinity`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The append-only log. Times are milliseconds since 1970. Entries that do not parse are set aside, never dropped. */
export interface ObservationLog {
  /** Writes all or nothing; resolves once the data are on disk. */
  append(observations: readonly Observation[]): Promise<void>;
  /** Observations with `at` in [from, to], oldest first, in order of writing where equal. */
  read(from: number, to: number): Promise<Observation[]>;
  /** Removes what is older than `before`, except what lies in one of the spans that are kept. */
  prune(before: number, keep?: readonly Span[]): Promise<void>;
  /** Removes one service's observations in [from, to]: the person erased that incident. */
  removeSpan(service: ServiceId, from: number, to: number): Promise<void>;
  erase(): Promise<void>;
}

export interface IncidentQuery {
  readonly service?: ServiceId;
  readonly cause?: string;
  /** Opened at or after, in milliseconds since 1970. */
  readonly from?: number;
  /** Opened at or before, in milliseconds since 1970. */
  readonly to?: number;
  readonly limit?: number;
}

/** The incidents: a projection of the log, kept so that history opens at once, and what was told to the person. */
export interface IncidentStore {
  put(incidents: readonly Incident[]): Promise<void>;
  get(id: string): Promise<Incident | null>;
  open(): Promise<Incident[]>;
  /** Newest first. */
  list(query: IncidentQuery): Promise<Incident[]>;
  remove(id: string): Promise<void>;
  /**
   * Keeps what is open, and of the closed ones those that are among the newest `count` of all and were opened at or
   * after `since` (whichever limit is met first); resolves to how many went.
   */
  retain(since: number, count: number): Promise<number>;
  erase(): Promise<void>;
}

/** What a list of many incidents shows of each. Times are milliseconds since 1970; cause, certainty and alarm stand now. */
export interface IncidentSummary {
  readonly id: string;
  readonly service: ServiceId;
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly cause: Decision;
  readonly certainty: Certainty;
  readonly alarm: Alarm;
  readonly note: string;
}

export interface SummaryQuery extends IncidentQuery {
  /** Every word must occur in the note, the service or the cause; case and accents do not matter. */
  readonly text?: string;
}

/** Light records of all incidents, for lists and search over thousands of them. */
export interface IncidentIndex {
  /** Newest first. */
  summaries(query: SummaryQuery): Promise<IncidentSummary[]>;
}

export interface SettingsStore {
  /** Defaults where nothing or nothing readable is stored; what was unreadable is set aside. */
  read(): Promise<Settings>;
  write(settings: Settings): Promise<void>;
}

/** What went wrong with stored data since it was last dealt with. */
export interface TroubleStore {
  read(): Promise<Trouble[]>;
  add(trouble: Trouble): Promise<void>;
  clear(trouble: Trouble): Promise<void>;
}
