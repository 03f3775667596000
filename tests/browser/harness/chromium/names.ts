import type { BrowserContext, Route } from 'playwright-core';
import type { NameFault } from '../browser-under-test.ts';

const ABORT: Readonly<Record<NameFault, string>> = {
  'not-found': 'namenotresolved',
  refused: 'connectionrefused',
};

/** Rules that lead the platform's hosts to its port and every other name to nowhere. */
export const resolverRules = (hosts: readonly string[], port: number): string =>
  [...hosts.map((host) => `MAP ${host} 127.0.0.1:${port}`), 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(
    ', ',
  );

/**
 * Lets host names fail while the browser runs. Requests are stopped nearest to the network, so that pages, the service
 * worker and `webRequest` all see the true error name (measured: see docs/browsers.md).
 */
export class ChromiumNames {
  readonly #context: BrowserContext;
  readonly #faults = new Map<string, NameFault>();
  #routed = false;

  constructor(context: BrowserContext) {
    this.#context = context;
  }

  async fail(host: string, fault: NameFault): Promise<void> {
    this.#faults.set(host, fault);
    if (this.#routed) return;
    this.#routed = true;
    await this.#context.route('**/*', (route) => this.#answer(route));
  }

  async heal(): Promise<void> {
    this.#faults.clear();
    this.#routed = false;
    await this.#context.unrouteAll({ behavior: 'ignoreErrors' });
  }

  #answer(route: Route): Promise<void> {
    const fault = this.#faults.get(new URL(route.request().url()).hostname);
    return fault ? route.abort(ABORT[fault]) : route.continue();
  }
}
