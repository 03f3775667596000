import { serviceOfCookieDomain, type ServiceDefinition } from '../services/index.ts';
import type { JarView } from '../sensing/session/session-book.ts';
import { accountTag } from './account-tag.ts';
import { browser } from './extension-api.ts';
import type { CookieChange, CookiePort } from './ports.ts';

/** Chromium names its private store `1`, Firefox `firefox-private`: never looked into. */
const isPrivate = (store: string): boolean => store === '1' || store === 'firefox-private';

const roleOf = (service: ServiceDefinition, name: string): CookieChange['role'] | null => {
  if (service.sessionCookies.includes(name)) return 'session';
  if (service.accountCookie === name) return 'account';
  return service.deviceCookies.includes(name) ? 'device' : null;
};

/**
 * Calls back for changes of the services' own cookies only. The event cannot be filtered in the browser, so that
 * every other cookie is let go of at once.
 */
export const onCookieChanged = (listener: (change: CookieChange) => void): void => {
  browser.cookies.onChanged.addListener(({ removed, cause, cookie }) => {
    const service = serviceOfCookieDomain(cookie.domain);
    const role = service && roleOf(service, cookie.name);
    if (!role || isPrivate(cookie.storeId)) return;
    listener({ store: cookie.storeId, service: service.id, role, name: cookie.name, removed, cause });
  });
};

export const cookiePort: CookiePort = {
  async stores() {
    const stores = await browser.cookies.getAllCookieStores();
    return stores.map(({ id }) => id).filter((id) => !isPrivate(id));
  },

  async view(service, store): Promise<JarView | null> {
    try {
      const all = await browser.cookies.getAll({ domain: service.cookieDomain, storeId: store });
      // Firefox 153 still lists cookies whose last day has passed, until something touches them.
      const now = Date.now() / 1000;
      const jar = all.filter(({ expirationDate }) => expirationDate === undefined || expirationDate > now);
      const names = new Set(jar.map(({ name }) => name));
      const session = jar.filter(({ name }) => service.sessionCookies.includes(name));
      const present = service.sessionCookies.every((name) => names.has(name));
      const ends = session.map(({ expirationDate }) => expirationDate ?? null);
      return {
        present,
        account: present ? await accountTag(service, store) : null,
        device: service.deviceCookies.some((name) => names.has(name)),
        endsAt: present && !ends.includes(null) ? Math.min(...ends.map(Number)) * 1000 : null,
      };
    } catch {
      // The store was closed, or the hosts are not granted: could not see.
      return null;
    }
  },
};
