import { StorageFailure, type StorageReason } from '../../../lib/storage/storage-failure.ts';
import type { IncidentIndex, IncidentStore, ObservationLog } from '../../../lib/storage/stores.ts';

const refuse = (reason: StorageReason) => async (): Promise<never> => {
  throw new StorageFailure(reason);
};

/** A log whose disk refuses everything. */
export const brokenLog = (reason: StorageReason): ObservationLog => ({
  append: refuse(reason),
  read: refuse(reason),
  prune: refuse(reason),
  removeSpan: refuse(reason),
  erase: refuse(reason),
});

/** A store of incidents whose disk refuses everything. */
export const brokenIncidents = (reason: StorageReason): IncidentStore & IncidentIndex => ({
  put: refuse(reason),
  get: refuse(reason),
  open: refuse(reason),
  list: refuse(reason),
  summaries: refuse(reason),
  remove: refuse(reason),
  retain: refuse(reason),
  erase: refuse(reason),
});
