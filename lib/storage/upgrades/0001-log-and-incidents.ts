import type { DatabaseUpgrade } from './upgrade.ts';

/** The first database: the log, the incidents with their light index, and a place for what cannot be read. */
export const logAndIncidents: DatabaseUpgrade = {
  version: 1,
  apply(database) {
    const observations = database.createObjectStore('observations', { keyPath: 'id', autoIncrement: true });
    observations.createIndex('by-at', 'at');
    database.createObjectStore('incidents', { keyPath: 'id' });
    const summaries = database.createObjectStore('incident-summaries', { keyPath: 'id' });
    summaries.createIndex('by-opened', 'openedAt');
    summaries.createIndex('by-open', 'open');
    database.createObjectStore('set-aside', { keyPath: 'id', autoIncrement: true });
  },
};
