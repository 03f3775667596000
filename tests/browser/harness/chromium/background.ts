import type { Page } from 'playwright-core';
import { eventually } from '../eventually.ts';

/**
 * Ends the service workers of this profile (the extension's is the only one) as the browser does after idle time; resolves
 * when they have stopped. An event may have started one again by then, under the same id, so the stop is listened for:
 * looking could miss it. `page` may be any page of the browser that stays open.
 */
export const stopWorkers = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const alive = new Set<string>();
  const stopped = new Set<string>();
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, runningStatus } of versions)
      (runningStatus === 'stopped' ? stopped : alive).add(versionId);
  });
  await session.send('ServiceWorker.enable'); // The versions that there are come before the answer.
  const ending = [...alive];
  stopped.clear();
  await session.send('ServiceWorker.stopAllWorkers');
  await eventually('the service worker to stop', () => ending.every((id) => stopped.has(id)));
  await session.detach();
};
