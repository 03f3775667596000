import type { DBSchema, StoreNames } from 'idb';
import type { Incident } from '../model/incident.ts';
import type { Observation } from '../model/observation.ts';
import type { IncidentSummary } from './stores.ts';

export const DATABASE_NAME = 'outage-or-hacked';

/** `id` counts up, so that entries with equal times stay in order of writing. `at` is in milliseconds since 1970. */
export interface StoredObservation {
  readonly id?: number;
  readonly at: number;
  readonly observation: Observation;
}

/** The page of the summary index that holds the incidents that are open; they stand under their day too. */
export const OPEN_PAGE = 'open';

/**
 * Summaries of the incidents that were opened on one day (UTC, `2024-03-05`), or of the open ones. Pages, because a
 * browser reads 10,000 single records six times slower than the same in a few hundred.
 */
export interface SummaryPage {
  readonly day: string;
  readonly summaries: readonly IncidentSummary[];
}

/** An entry that could not be read, as it was found. `at` is when it was set aside, in milliseconds since 1970. */
export interface SetAsideEntry {
  readonly id?: number;
  readonly from: 'observations' | 'incidents';
  readonly at: number;
  readonly value: unknown;
}

/** What the newest version of the database holds. These are the types of what is written; what is read is parsed. */
export interface StoredSchema extends DBSchema {
  observations: { key: number; value: StoredObservation; indexes: { 'by-at': number } };
  incidents: { key: string; value: Incident };
  'incident-summaries': { key: string; value: SummaryPage };
  'set-aside': { key: number; value: SetAsideEntry };
}

export type StoreName = StoreNames<StoredSchema>;
