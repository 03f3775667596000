import { WATCHABLE_SERVICES } from '../services/index.ts';
import { onCookieChanged } from './cookie-port.ts';
import { browser } from './extension-api.ts';
import { listenToOwnFailures } from './front-door-port.ts';
import { listenToMessages } from './message-events.ts';
import type { BackgroundEvents } from './ports.ts';
import { listenToRequests } from './request-events.ts';

/** Binds the background to every event of the browser, synchronously: an event that wakes the worker must find it. */
export const bindBackground = (events: BackgroundEvents): void => {
  onCookieChanged((change) => events.cookieChanged(change));
  listenToRequests(events);
  listenToOwnFailures(WATCHABLE_SERVICES.flatMap(({ hosts }) => hosts));
  listenToMessages(events);
  browser.alarms.onAlarm.addListener(({ name }) => events.alarm(name));
  browser.tabs.onRemoved.addListener((tabId) => events.tabRemoved(tabId));
  browser.notifications.onClicked.addListener((id) => events.notificationClicked(id));
  browser.runtime.onInstalled.addListener(({ reason }) =>
    events.installed(reason === 'install' || reason === 'update' ? reason : 'other'),
  );
  browser.runtime.onStartup.addListener(() => events.browserStarted());
  browser.permissions.onAdded.addListener(() => void events.fromPages({ type: 'hosts-changed' }));
  browser.permissions.onRemoved.addListener(() => void events.fromPages({ type: 'hosts-changed' }));
  globalThis.addEventListener('online', () => events.connectivityChanged(true));
  globalThis.addEventListener('offline', () => events.connectivityChanged(false));
};
