import type { TestProject } from 'vitest/node';
import { storeKeys, type StoredKeys } from '../../platform/feed/stored-keys.ts';
import { PLATFORM_FEED, makeTrust } from '../../platform/feed/trust.ts';
import { buildWithFeed } from './build-extension.ts';
import type { BrowserName } from '../harness/browser-under-test.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the unpacked package for each browser lies. */
    packages: Readonly<Record<BrowserName, string>>;
    /** The keys of the feed that is built into them. */
    feedKeys: StoredKeys;
  }
}

/** Builds the extension once for all files of a run: every platform of the run signs with the keys that are in it. */
export default async ({ provide }: TestProject): Promise<void> => {
  const keys = await makeTrust(PLATFORM_FEED);
  const feed = { bases: keys.trust.bases, trust: keys.trust };
  const [chromium, firefox] = await Promise.all([
    buildWithFeed('chromium', feed),
    buildWithFeed('firefox', feed),
  ]);
  provide('packages', { chromium, firefox });
  provide('feedKeys', await storeKeys(keys));
};
