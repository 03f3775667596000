import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import type { LaunchOptions } from '../browser-under-test.ts';
import { Bidi } from './bidi.ts';
import { BrowserScope } from './browser-scope.ts';
import { pointHome, trustAuthority } from './network.ts';

/** The extension's address is decided beforehand, so that its pages can be opened. */
export const EXTENSION_UUID = '6f0c3a52-4b0e-4c5e-9d0f-2a6f6d1c7e11';

export interface RunningFirefox {
  readonly browser: Browser;
  readonly bidi: Bidi;
  readonly scope: BrowserScope;
  readonly extensionId: string;
}

/** The id in the manifest; throws when there is none. */
const idOf = (extensionDir: string): string => {
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (id === undefined) throw new Error('the extension has no id for Firefox');
  return id;
};

/** Starts Firefox with a profile, leads the platform's names home, trusts its authority, installs the extension. */
export const startFirefox = async (
  profile: string,
  executablePath: string,
  { extensionDir, platform, headed, language = 'en-US', firefoxPrefs = {} }: LaunchOptions,
): Promise<RunningFirefox> => {
  const extensionId = idOf(extensionDir);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: !headed,
    userDataDir: profile,
    defaultViewport: null,
    args: ['--remote-allow-system-access', '--width=1280', '--height=900'],
    extraPrefsFirefox: {
      'network.socket.forcePort': `443=${platform.port}`,
      'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: EXTENSION_UUID }),
      // A temporary extension loses its data at the end of a session unless told otherwise.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      // System notifications need a desktop; Firefox's own ones don't.
      'alerts.useSystemBackend': false,
      'network.trr.mode': 5,
      'network.captive-portal-service.enabled': false,
      'intl.accept_languages': language,
      'intl.locale.requested': language,
      ...firefoxPrefs,
    },
  });
  const bidi = new Bidi(browser);
  const scope = await BrowserScope.of(bidi);
  await trustAuthority(scope, platform.authority);
  await pointHome(scope, platform.hosts);
  await bidi.send('webExtension.install', { extensionData: { type: 'path', path: extensionDir } });
  return { browser, bidi, scope, extensionId };
};
