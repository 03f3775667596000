import type { Done, PageBackend } from '../app/page-backend.ts';
import { observationsOf } from '../app/observations-of.ts';
import { readSnapshot } from '../app/read-snapshot.ts';
import { seenItem, sessionBookItem } from '../app/page-items.ts';
import type { FromPages } from '../messaging/from-pages.ts';
import { OFFICIAL_PAGES } from '../model/status-pages.ts';
import { z } from '../model/zod.ts';
import { serviceById, SERVICES } from '../services/index.ts';
import { openStores } from '../storage/open-stores.ts';
import { recordText } from '../storage/record-file.ts';
import { lazyStores } from '../app/lazy-stores.ts';
import { onChangeAnnounced } from './change-channel.ts';
import { browser } from './extension-api.ts';
import { standingFeed } from './standing-feed.ts';
import { permissionPort } from './small-ports.ts';
import { localArea, sessionArea } from './storage-areas.ts';

const done = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reason: z.string() }),
]);

const NO_ANSWER: Done = { ok: false, reason: 'no answer' };

/** Asks the background; a worker that was just killed is woken by the message itself. */
export const ask = async (command: FromPages): Promise<Done> => {
  try {
    const answer = z.safeParse(done, await browser.runtime.sendMessage(command));
    return answer.success ? answer.data : NO_ANSWER;
  } catch {
    return NO_ANSWER;
  }
};

/** How the extension's pages read local data and ask the background to act. */
export const createPageBackend = (): PageBackend => {
  const stores = lazyStores(openStores(localArea));
  const parts = {
    ...stores,
    services: SERVICES,
    book: sessionBookItem(localArea),
    run: seenItem(sessionArea),
    granted: permissionPort.granted,
    feed: standingFeed,
  };
  void ask({ type: 'refresh' });

  return {
    readSnapshot: () => readSnapshot(parts, Date.now()),
    async readIncident(id) {
      const incident = await stores.incidents.get(id);
      if (!incident) return null;
      return { incident, observations: await observationsOf(stores.log, SERVICES, incident, Date.now()) };
    },
    listIncidents: (query) => stores.incidents.list(query),
    listSummaries: (query) => stores.incidents.summaries(query),
    onChange: onChangeAnnounced,

    answer: (service, question, answer) => ask({ type: 'answer', service, question, answer }),
    reportSignedOut: (service) => ask({ type: 'signed-out', service }),
    checkAgain: (service) => ask({ type: 'check-again', service }),
    closeIncident: (incident) => ask({ type: 'close-incident', incident }),
    writeNote: (incident, note) => ask({ type: 'write-note', incident, note }),
    removeIncident: (incident) => ask({ type: 'remove-incident', incident }),
    eraseAll: () => ask({ type: 'erase-all' }),
    writeSettings: (settings) => ask({ type: 'write-settings', settings }),
    dismissTrouble: (trouble) => ask({ type: 'dismiss-trouble', trouble }),

    async exportRecord(id) {
      const incident = id === null ? null : await stores.incidents.get(id);
      const observations = incident
        ? await observationsOf(stores.log, SERVICES, incident, Date.now())
        : await stores.log.read(-Infinity, Infinity);
      return recordText(
        incident ? `${incident.service} ${incident.openedAt}` : 'All observations',
        observations,
      );
    },
    requestHosts: (service) =>
      browser.permissions.request({ origins: [...(serviceById(service)?.hosts ?? [])] }),
    requestOfficialPages: () => browser.permissions.request({ origins: [...OFFICIAL_PAGES] }),
    dropOfficialPages: () => browser.permissions.remove({ origins: [...OFFICIAL_PAGES] }),
    async openAddress(address) {
      await browser.tabs.create({ url: address });
    },
    async openPage(page, hash = '') {
      await browser.tabs.create({ url: browser.runtime.getURL(`/${page}.html${hash}`) });
    },
  };
};
