import { afterAll, beforeAll, describe } from 'vitest';
import { startPlatform, type Platform } from '../../platform/start-platform.ts';
import { buildWithFeed } from '../extension/build-extension.ts';
import { launchBrowser, type Stage } from '../harness/both-browsers.ts';
import type { BrowserUnderTest } from '../harness/browser-under-test.ts';
import { FEED_BASE, openFeedHome, type FeedHome } from './real-feed.ts';

/** A package is built and a server makes its keys, in milliseconds; on a machine that others use it takes long. */
const SETTING_UP = 180_000;

export interface FeedStage extends Stage {
  readonly home: FeedHome;
}

/** Chromium with the extension that has the real feed's keys in it, the platform as the proxy before that feed. */
export const withRealFeed = (what: string, tests: (stage: FeedStage) => void): void => {
  describe(what, () => {
    let platform: Platform | undefined;
    let home: FeedHome | undefined;
    let browser: BrowserUnderTest | undefined;
    beforeAll(async () => {
      platform = await startPlatform();
      const opened = await openFeedHome(platform);
      home = opened;
      const extension = () => buildWithFeed('chromium', { bases: [FEED_BASE], trust: opened.trust });
      browser = await launchBrowser('chromium', platform, { extension });
    }, SETTING_UP);
    afterAll(async () => {
      await browser?.close();
      await home?.close();
      await platform?.close();
    });
    const there = <Thing>(thing: Thing | undefined): Thing => {
      if (thing === undefined) throw new Error('it has not started yet');
      return thing;
    };
    tests({
      name: 'chromium',
      get platform() {
        return there(platform);
      },
      get home() {
        return there(home);
      },
      get browser() {
        return there(browser);
      },
    });
  });
};
