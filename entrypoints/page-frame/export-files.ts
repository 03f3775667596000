import type { PageBackend } from '../../lib/app/page-backend.ts';
import type { Incident } from '../../lib/model/incident.ts';
import { incidentsCsv } from '../../lib/storage/incidents-csv.ts';
import { saveFile } from './save-file.ts';

const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10);

/** Saves the record of one incident, or of everything (null), as a JSON file. */
export const saveRecord = async (backend: PageBackend, id: string | null, now: number): Promise<void> => {
  const name = `outage-or-hacked-${id === null ? 'all' : 'incident'}-${dayOf(now)}.json`;
  saveFile(name, 'application/json', await backend.exportRecord(id));
};

/** Saves incidents as a table for spreadsheets. */
export const saveTable = (incidents: readonly Incident[], now: number): void =>
  saveFile(`outage-or-hacked-${dayOf(now)}.csv`, 'text/csv', incidentsCsv(incidents));
