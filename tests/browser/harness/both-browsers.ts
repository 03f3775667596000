import { afterAll, beforeAll, describe, inject } from 'vitest';
import { ensureBrowsers } from '../../../scripts/ensure-browsers.ts';
import { reviveKeys } from '../../platform/feed/stored-keys.ts';
import { startPlatform, type Platform } from '../../platform/start-platform.ts';
import type { BrowserName, BrowserUnderTest, LaunchOptions } from './browser-under-test.ts';
import { launchChromium } from './chromium/launch-chromium.ts';
import { launchFirefox } from './firefox/launch-firefox.ts';

/** What a test holds in hand: read the fields inside tests and hooks only, they are filled before the first one. */
export interface Stage {
  readonly name: BrowserName;
  readonly browser: BrowserUnderTest;
  readonly platform: Platform;
}

export type StageOptions = Omit<LaunchOptions, 'platform' | 'extensionDir'> & {
  /** The unpacked extension for each browser, made ready before the browser starts. */
  readonly extension: (name: BrowserName, platform: Platform) => Promise<string> | string;
};

const LAUNCH = { chromium: launchChromium, firefox: launchFirefox };

/** Starts one browser with the extension and leads it to the platform. */
export const launchBrowser = async (
  name: BrowserName,
  platform: Platform,
  { extension, ...options }: StageOptions,
): Promise<BrowserUnderTest> => {
  const installed = await ensureBrowsers();
  const extensionDir = await extension(name, platform);
  return LAUNCH[name]({ ...options, extensionDir, platform }, installed[name]);
};

/** Declares the same tests for Chromium and Firefox, each with a fresh platform and a fresh profile. */
export const inBothBrowsers = (what: string, options: StageOptions, tests: (stage: Stage) => void): void => {
  describe.each(['chromium', 'firefox'] as const)(`${what} in %s`, (name) => {
    let platform: Platform | undefined;
    let browser: BrowserUnderTest | undefined;
    beforeAll(async () => {
      platform = await startPlatform(await reviveKeys(inject('feedKeys')));
      browser = await launchBrowser(name, platform, options);
    });
    afterAll(async () => {
      await browser?.close();
      await platform?.close();
    });
    tests({
      name,
      get browser() {
        if (!browser) throw new Error('the browser has not started yet');
        return browser;
      },
      get platform() {
        if (!platform) throw new Error('the platform has not started yet');
        return platform;
      },
    });
  });
};
