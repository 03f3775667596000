import type { KeyValueArea } from '../model/key-value-area.ts';
import { browser } from './extension-api.ts';

type BrowserArea = Pick<typeof browser.storage.local, 'get' | 'set' | 'remove'>;

const areaOf = (area: () => BrowserArea): KeyValueArea => ({
  get: async (key) => (await area().get(key))[key],
  set: (key, value) => area().set({ [key]: value }),
  remove: (key) => area().remove(key),
});

/** Kept until the extension is removed. */
export const localArea = areaOf(() => browser.storage.local);
/** Kept until the browser is closed, in memory only. */
export const sessionArea = areaOf(() => browser.storage.session);
