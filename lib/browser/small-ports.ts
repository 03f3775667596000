import { mayReport } from './data-permission.ts';
import { browser } from './extension-api.ts';
import type { AlarmPort, BadgePort, NotificationPort, PermissionPort } from './ports.ts';

/** Red act, amber watch, grey otherwise; the sign says it without the colour too. White on each: at least 4.5 to 1. */
const BADGES = {
  act: { text: '!', color: '#b3261e' },
  watch: { text: '?', color: '#8a5a00' },
  calm: { text: '~', color: '#5a6877' },
  none: { text: '', color: '#5a6877' },
} as const;

export const badgePort: BadgePort = {
  async set(badge, title) {
    const { text, color } = BADGES[badge];
    await browser.action.setBadgeText({ text });
    await browser.action.setBadgeBackgroundColor({ color });
    await browser.action.setBadgeTextColor?.({ color: '#ffffff' });
    await browser.action.setTitle({ title });
  },
};

export const notificationPort: NotificationPort = {
  async show(id, title, message, urgent) {
    await browser.notifications.create(id, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title,
      message,
      ...(import.meta.env.FIREFOX ? {} : { requireInteraction: urgent, priority: urgent ? 2 : 0 }),
    });
  },
  async clear(id) {
    await browser.notifications.clear(id);
  },
};

export const alarmPort: AlarmPort = {
  async set(name, at) {
    await browser.alarms.clear(name);
    if (at !== null) browser.alarms.create(name, { when: at });
  },
};

export const permissionPort: PermissionPort = {
  granted: (hosts) => browser.permissions.contains({ origins: [...hosts] }),
  mayReport,
};
