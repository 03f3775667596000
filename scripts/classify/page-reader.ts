import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import type { Classification } from '../../lib/sensing/classify-page.ts';

const BROWSERS = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // No request leaves the machine, whatever a page asks for.
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/** The path of a Chromium, or null when there is none. */
export const findChromium = (): string | null =>
  ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)]
    .flatMap((folder) => BROWSERS.map((name) => join(folder, name)))
    .find((path) => existsSync(path)) ?? null;

const bundle = async (): Promise<string> => {
  const [built] = [
    await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        write: false,
        target: 'es2024',
        lib: {
          entry: join(import.meta.dirname, 'in-page.ts'),
          formats: ['iife'],
          name: 'classifier',
          fileName: 'c',
        },
      },
    }),
  ].flat();
  if (!built || !('output' in built)) throw new Error('the classifier was not built');
  return built.output[0].code;
};

export interface PageReader {
  /** Classifies a document as if it had been served at `address`. */
  classify(address: string, html: string, service: string): Promise<Classification>;
  close(): Promise<void>;
}

/** Opens a headless Chromium that shows documents at addresses of one's choice: no network, no scripts of the page. */
export const openPageReader = async (executablePath: string): Promise<PageReader> => {
  const code = await bundle();
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let body = '';
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest() && route.request().frame() === page.mainFrame()
      ? route.fulfill({
          body,
          // Scripts are forbidden, not switched off: `noscript` stays what it is in a browser that runs scripts.
          headers: {
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': "script-src 'none'",
          },
        })
      : route.abort(),
  );
  return {
    classify: async (address, html, service) => {
      body = html;
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      const { frameTree } = await session.send('Page.getFrameTree');
      const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression: `${code}\nclassifyHere(${JSON.stringify(service)})`,
        contextId: world.executionContextId,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      await page.goto('about:blank');
      return result.value as Classification;
    },
    close: () => browser.close(),
  };
};
