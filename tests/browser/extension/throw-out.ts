import type { Platform } from '../../platform/start-platform.ts';
import type { Tab } from '../harness/browser-under-test.ts';
import { homeOf, type Site } from './person.ts';

/** The server ends the sessions of a service, and the page in front learns of it by going home. */
export const throwOut = async (tab: Tab, platform: Platform, site: Site): Promise<void> => {
  platform.control.endSessions(site, 'deletion-redirect');
  await tab.goto(homeOf(site));
};

/**
 * The server ends the sessions, and a request of the page's own script brings the deletion: nothing is to be seen, the
 * page stays as it is. The tab must show a page of the service.
 */
export const throwOutUnseen = async (tab: Tab, platform: Platform, site: Site): Promise<void> => {
  platform.control.endSessions(site, 'deletion-redirect');
  await tab.evaluate(async () => {
    await fetch('/', { credentials: 'include' });
  });
};
