import type { SharingBackend } from '../app/sharing-backend.ts';
import { dropReporting, requestReporting } from './data-permission.ts';
import { ask, createPageBackend } from './page-backend.ts';
import { readSharing } from './read-sharing.ts';

/** The backend of the options and the welcome page. Apart from the others', so that the popup need not carry it. */
export const createSharingBackend = (): SharingBackend => {
  const backend = createPageBackend();
  return {
    ...backend,
    readSharing: async () => readSharing((await backend.readSnapshot()).settings.feed, Date.now()),
    useFeed: (base, trust) => ask({ type: 'use-feed', base, trust }),
    requestReporting,
    dropReporting,
  };
};
