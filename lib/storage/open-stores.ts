import type { KeyValueArea } from '../model/key-value-area.ts';
import { openDatabase, type Opened } from './database.ts';
import { createIncidentStore } from './incident-store.ts';
import { createMemoryIncidentStore } from './memory-incident-store.ts';
import { createMemoryLog } from './memory-log.ts';
import { createObservationLog } from './observation-log.ts';
import { createOverflowIncidents } from './overflow-incidents.ts';
import { createOverflowLog } from './overflow-log.ts';
import { createSettingsStore } from './settings-store.ts';
import { troubleOf, type StorageReason } from './storage-failure.ts';
import type { IncidentIndex, IncidentStore, ObservationLog, SettingsStore, TroubleStore } from './stores.ts';
import { createTroubleStore } from './trouble-store.ts';

export interface Stores {
  readonly log: ObservationLog;
  readonly incidents: IncidentStore & IncidentIndex;
  readonly settings: SettingsStore;
  readonly troubles: TroubleStore;
  /** Null when the data are on disk, else why they are only in memory. */
  readonly inMemory: StorageReason | null;
}

/**
 * All stores, whatever state the disk is in: when the database cannot be opened they work in memory, stored data stay
 * untouched, and the trouble is recorded. None of them rejects with StorageFailure but `settings.write`.
 */
export const openStores = async (
  area: KeyValueArea,
  open: () => Promise<Opened> = openDatabase,
): Promise<Stores> => {
  const troubles = createTroubleStore(area);
  const settings = createSettingsStore(area, () => troubles.add('newer-version'));
  const onFailure = (reason: StorageReason) => troubles.add(troubleOf(reason));
  const opened = await open();
  if (!opened.ok) {
    await onFailure(opened.reason);
    return {
      log: createMemoryLog(),
      incidents: createMemoryIncidentStore(),
      settings,
      troubles,
      inMemory: opened.reason,
    };
  }
  const onSetAside = () => troubles.add('log-set-aside');
  return {
    log: createOverflowLog(createObservationLog(opened.database, { onSetAside }), onFailure),
    incidents: createOverflowIncidents(createIncidentStore(opened.database, { onSetAside }), onFailure),
    settings,
    troubles,
    inMemory: null,
  };
};
