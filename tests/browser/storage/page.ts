import { openDatabase, type Database } from '../../../lib/storage/database.ts';
import { createIncidentStore } from '../../../lib/storage/incident-store.ts';
import { createObservationLog } from '../../../lib/storage/observation-log.ts';
import { incidentStoreSuite } from '../../unit/storage/conformance/incident-store-suite.ts';
import { observationLogSuite } from '../../unit/storage/conformance/observation-log-suite.ts';
import { measure } from './measure.ts';
import { reopening } from './reopening.ts';
import { runAll } from './tiny-vitest.ts';

const open = async (): Promise<Database> => {
  const opened = await openDatabase({ name: crypto.randomUUID() });
  if (!opened.ok) throw new Error(opened.reason);
  return opened.database;
};

observationLogSuite('the database', async () => createObservationLog(await open()));
incidentStoreSuite('the database', async () => createIncidentStore(await open()));
reopening();

Object.assign(globalThis, { runAll, measureStorage: async () => measure(await open()) });
