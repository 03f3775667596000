import type { Stores } from '../storage/open-stores.ts';
import type {
  IncidentIndex,
  IncidentStore,
  ObservationLog,
  SettingsStore,
  TroubleStore,
} from '../storage/stores.ts';

/**
 * Stores that may be named before they are open: every call waits for the opening. The background must bind its
 * listeners in the first turn, before anything asynchronous is done.
 */
export const lazyStores = (
  opening: Promise<Stores>,
): {
  log: ObservationLog;
  incidents: IncidentStore & IncidentIndex;
  settings: SettingsStore;
  troubles: TroubleStore;
} => {
  const through = async <Result>(use: (stores: Stores) => Promise<Result>): Promise<Result> =>
    use(await opening);
  return {
    log: {
      append: (observations) => through(({ log }) => log.append(observations)),
      read: (from, to) => through(({ log }) => log.read(from, to)),
      prune: (before, keep) => through(({ log }) => log.prune(before, keep)),
      removeSpan: (service, from, to) => through(({ log }) => log.removeSpan(service, from, to)),
      erase: () => through(({ log }) => log.erase()),
    },
    incidents: {
      put: (changed) => through(({ incidents }) => incidents.put(changed)),
      get: (id) => through(({ incidents }) => incidents.get(id)),
      open: () => through(({ incidents }) => incidents.open()),
      list: (query) => through(({ incidents }) => incidents.list(query)),
      remove: (id) => through(({ incidents }) => incidents.remove(id)),
      retain: (since, count) => through(({ incidents }) => incidents.retain(since, count)),
      erase: () => through(({ incidents }) => incidents.erase()),
      summaries: (query) => through(({ incidents }) => incidents.summaries(query)),
    },
    settings: {
      read: () => through(({ settings }) => settings.read()),
      write: (value) => through(({ settings }) => settings.write(value)),
    },
    troubles: {
      read: () => through(({ troubles }) => troubles.read()),
      add: (trouble) => through(({ troubles }) => troubles.add(trouble)),
      clear: (trouble) => through(({ troubles }) => troubles.clear(trouble)),
    },
  };
};
