import { lazyStores } from '../app/lazy-stores.ts';
import type { Parts } from '../app/parts.ts';
import { sessionBookItem } from '../app/page-items.ts';
import { closuresItem, outboxItem, runStateItem } from '../app/stored-items.ts';
import { SERVICES } from '../services/index.ts';
import { openStores } from '../storage/open-stores.ts';
import { loadTexts } from '../text/load-texts.ts';
import { announceChange } from './change-channel.ts';
import { cookiePort } from './cookie-port.ts';
import { feedPort } from './feed-port.ts';
import { frontDoorPort } from './front-door-port.ts';
import { IS_FIREFOX } from './is-firefox.ts';
import { fetchPackageJson } from './package-files.ts';
import { createOfficialPort } from './official-port.ts';
import { alarmPort, badgePort, notificationPort, permissionPort } from './small-ports.ts';
import { localArea, sessionArea } from './storage-areas.ts';
import { tabPort } from './tab-port.ts';

/** All real parts of the background. Nothing asynchronous is awaited here: the listeners must be bound at once. */
export const backgroundParts = (): Parts => ({
  services: SERVICES,
  ...lazyStores(openStores(localArea)),
  book: sessionBookItem(localArea),
  run: runStateItem(sessionArea),
  closures: closuresItem(localArea),
  outbox: outboxItem(localArea),
  cookies: cookiePort,
  tabs: tabPort,
  notifications: notificationPort,
  badge: badgePort,
  alarms: alarmPort,
  frontDoor: frontDoorPort,
  permissions: permissionPort,
  feed: feedPort,
  official: createOfficialPort((address, options) => fetch(address, options)),
  texts: (language) => loadTexts(language, navigator.languages, fetchPackageJson),
  random: () => Math.random(),
  now: () => Date.now(),
  online: () => navigator.onLine,
  later: (ms, job) => void setTimeout(job, ms),
  changed: announceChange,
  explicitMeansLocal: !IS_FIREFOX,
  // eslint-disable-next-line no-console -- a bug must be findable in the extension's own console, and goes nowhere else
  complain: (error) => console.error(error),
});
