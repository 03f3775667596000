import type { BrowserContext } from 'playwright-core';
import { eventually } from '../eventually.ts';

/** Ends the extension's service worker as the browser does after idle time; resolves when it is gone. */
export const stopWorkers = async (context: BrowserContext, origin: string): Promise<void> => {
  const browser = context.browser();
  if (!browser) throw new Error('no connection to the browser');
  const session = await browser.newBrowserCDPSession();
  const workers = async () => {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos.filter(({ type, url }) => type === 'service_worker' && url.startsWith(origin));
  };
  for (const { targetId } of await workers()) await session.send('Target.closeTarget', { targetId });
  await eventually('the service worker to end', async () => (await workers()).length === 0);
  await session.detach();
};
