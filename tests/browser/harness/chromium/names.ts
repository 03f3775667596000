import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

/** Rules that keep the platform's names but lead their port to the platform's. The names are then looked up there too. */
export const portRules = (hosts: readonly string[], port: number): string =>
  hosts.map((host) => `MAP ${host}:443 ${host}:${port}`).join(', ');

/** Makes the platform the profile's only name server, over HTTPS: no other name exists for this browser. */
export const useNameServer = (profile: string, port: number): void => {
  mkdirSync(profile, { recursive: true });
  const templates = `https://127.0.0.1:${port}/dns-query`;
  writeFileSync(
    join(profile, 'Local State'),
    JSON.stringify({ dns_over_https: { mode: 'secure', templates } }),
  );
};

const NETWORK = 'chrome://net-internals/';

/**
 * Chromium's own page about its network, in the tab that it starts with. From there names and connections that the browser
 * remembers can be forgotten, so that a change of a name is noticed at once.
 */
export class NetworkPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(context: BrowserContext): Promise<NetworkPage> {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(NETWORK);
    return new NetworkPage(page);
  }

  /** Does something in another of the browser's own pages, in the same tab, and comes back. */
  async elsewhere<Result>(address: string, act: (page: Page) => Promise<Result>): Promise<Result> {
    await this.page.goto(address);
    try {
      return await act(this.page);
    } finally {
      await this.page.goto(NETWORK);
    }
  }

  async forget(): Promise<void> {
    await this.page.evaluate(
      "chrome.send('clearHostResolverCache', []); chrome.send('flushSocketPools', [])",
    );
  }
}
