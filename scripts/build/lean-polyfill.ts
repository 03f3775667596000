import type { Plugin } from 'vite';

const POLYFILL = /\/webextension-polyfill\/dist\/browser-polyfill\.js$/;
const TABLE = /const apiMetadata = (\{[\s\S]*?\n {6}\});/;

/** The parts of the browser's API that the background calls; a test holds them against `lib/browser`. */
export const CALLED_APIS = [
  'action',
  'alarms',
  'cookies',
  'notifications',
  'permissions',
  'runtime',
  'scripting',
  'storage',
  'tabs',
  'webRequest',
  'windows',
] as const;

/** The polyfill's source with only those parts of its table of calls that are used. Throws when it has no such table. */
export const withoutUnusedCalls = (code: string): string => {
  const table = TABLE.exec(code)?.[1];
  if (table === undefined) throw new Error('expected the table apiMetadata in webextension-polyfill');
  const all = JSON.parse(table) as Record<string, unknown>;
  const used = Object.fromEntries(CALLED_APIS.filter((name) => name in all).map((name) => [name, all[name]]));
  return code.replace(table, JSON.stringify(used));
};

/**
 * Takes what the extension never calls out of the polyfill's table of calls, a kilobyte of a background of 60: for
 * what is missing there the browser's own function stays as it is.
 */
export const leanPolyfill = (): Plugin => ({
  name: 'lean-polyfill',
  transform(code, id) {
    if (!POLYFILL.test(id.split('?')[0] ?? '')) return undefined;
    return { code: withoutUnusedCalls(code), map: null };
  },
});
