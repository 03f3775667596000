import { chromium, type BrowserContext } from 'playwright-core';
import type { LaunchOptions } from '../browser-under-test.ts';
import { eventually } from '../eventually.ts';
import { collectErrors } from './extension-errors.ts';
import { NetworkPage, portRules, useNameServer } from './names.ts';

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Chromium with a profile and the extension; resolves when the extension's worker is active. */
export const startChromium = async (
  profile: string,
  executable: string,
  { extensionDir, platform, headed, language = 'en', chromiumArgs = [] }: LaunchOptions,
): Promise<{ context: BrowserContext; extensionOrigin: string; network: NetworkPage }> => {
  useNameServer(profile, platform.port);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    headless: false, // The new headless mode is asked for by its own argument: the old one has no extensions.
    viewport: { width: 1280, height: 800 },
    locale: language,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...(headed ? [] : ['--headless=new']),
      ...QUIET,
      `--lang=${language}`,
      `--host-resolver-rules=${portRules(platform.hosts, platform.port)}`,
      `--ignore-certificate-errors-spki-list=${platform.spki}`,
      `--disable-extensions-except=${extensionDir}`,
      `--load-extension=${extensionDir}`,
      ...chromiumArgs,
    ],
  });
  const worker = await eventually('the extension’s service worker', () =>
    context.serviceWorkers().find((one) => one.url().startsWith('chrome-extension://')),
  );
  await eventually('the service worker to be active', () =>
    worker.evaluate(
      () =>
        (self as unknown as { registration: ServiceWorkerRegistration }).registration.active?.state ===
        'activated',
    ),
  );
  const extensionOrigin = `chrome-extension://${new URL(worker.url()).host}`;
  const network = await NetworkPage.open(context);
  await collectErrors(network, extensionOrigin);
  return { context, extensionOrigin, network };
};
