import type { Alarm, Certainty, Decision } from '../lib/model/cause.ts';
import type { ServiceId } from '../lib/model/service-id.ts';

/** What the history shows of an incident. Times are milliseconds since 1970; cause, certainty and alarm stand now. */
export interface HistoryRow {
  readonly id: string;
  readonly service: ServiceId;
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly cause: Decision;
  readonly certainty: Certainty;
  readonly alarm: Alarm;
  readonly note: string;
}
