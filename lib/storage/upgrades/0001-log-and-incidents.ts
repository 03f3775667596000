import type { DatabaseUpgrade } from './upgrade.ts';

/** The first database: the log, the incidents with their light index, and a place for what cannot be read. */
export const logAndIncidents: DatabaseUpgrade = {
  version: 1,
  apply(database) {
    const observations = database.createObjectStore('observations', { keyPath: 'id', autoIncrement: true });
    observations.createIndex('by-at', 'at');
    database.createObjectStore('incidents', { keyPath: 'id' });
    database.createObjectStore('incident-summaries', { keyPath: 'day' });
    database.createObjectStore('set-aside', { keyPath: 'id', autoIncrement: true });
  },
};
