import type { BrowserContext, Page, Worker } from 'playwright-core';

/** Collects errors of the extension's own pages and of its service worker, as they come. */
export class ExtensionErrors {
  readonly #found: string[] = [];

  watch(context: BrowserContext, origin: string): void {
    const watchPage = (page: Page) => {
      const isOwn = () => page.url().startsWith(origin);
      page.on('pageerror', (error) => isOwn() && this.#found.push(`${page.url()}: ${error.message}`));
      page.on('console', (said) => {
        if (said.type() === 'error' && isOwn()) this.#found.push(`${page.url()}: ${said.text()}`);
      });
    };
    const watchWorker = (worker: Worker) => {
      if (!worker.url().startsWith(origin)) return;
      worker.on('console', (said) => {
        if (said.type() === 'error') this.#found.push(`${worker.url()}: ${said.text()}`);
      });
      // Uncaught errors don't reach the console of a worker by themselves. The worker may be gone already.
      worker
        .evaluate(() => {
          self.addEventListener('error', (event) => {
            console.error('uncaught', event.message);
          });
          self.addEventListener('unhandledrejection', (event) => {
            console.error('unhandled', String(event.reason));
          });
        })
        .catch(() => {});
    };
    context.pages().forEach(watchPage);
    context.on('page', watchPage);
    context.serviceWorkers().forEach(watchWorker);
    context.on('serviceworker', watchWorker);
  }

  all(): readonly string[] {
    return [...this.#found];
  }
}
