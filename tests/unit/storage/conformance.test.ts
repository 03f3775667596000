import { createIncidentStore } from '../../../lib/storage/incident-store.ts';
import { createMemoryIncidentStore } from '../../../lib/storage/memory-incident-store.ts';
import { createMemoryLog } from '../../../lib/storage/memory-log.ts';
import { createObservationLog } from '../../../lib/storage/observation-log.ts';
import { createOverflowIncidents } from '../../../lib/storage/overflow-incidents.ts';
import { createOverflowLog } from '../../../lib/storage/overflow-log.ts';
import { incidentStoreSuite } from './conformance/incident-store-suite.ts';
import { observationLogSuite } from './conformance/observation-log-suite.ts';
import { brokenIncidents, brokenLog } from './broken-stores.ts';
import { openTestDatabase } from './open-test-database.ts';

const nothing = async () => {};

observationLogSuite('the database', async () => createObservationLog(await openTestDatabase()));
observationLogSuite('memory', async () => createMemoryLog());
observationLogSuite('a log over a disk that works', async () =>
  createOverflowLog(createObservationLog(await openTestDatabase()), nothing),
);
observationLogSuite('a log over a disk that refuses everything', async () =>
  createOverflowLog(brokenLog('quota'), nothing),
);

incidentStoreSuite('the database', async () => createIncidentStore(await openTestDatabase()));
incidentStoreSuite('memory', async () => createMemoryIncidentStore());
incidentStoreSuite('a store over a disk that works', async () =>
  createOverflowIncidents(createIncidentStore(await openTestDatabase()), nothing),
);
incidentStoreSuite('a store over a disk that refuses everything', async () =>
  createOverflowIncidents(brokenIncidents('unavailable'), nothing),
);
