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

/** `open` is there only while the incident is open: IndexedDB indexes no null. */
export interface StoredSummary extends IncidentSummary {
  readonly open?: 1;
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
  'incident-summaries': {
    key: string;
    value: StoredSummary;
    indexes: { 'by-opened': number; 'by-open': number };
  };
  'set-aside': { key: number; value: SetAsideEntry };
}

export type StoreName = StoreNames<StoredSchema>;
