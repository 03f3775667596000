import type { BrowserContext } from 'playwright-core';

/** Takes one cookie away as the settings page does. (Playwright's own way sets one that is past its date, another cause.) */
export const removeCookie = async (context: BrowserContext, domain: string, name: string): Promise<void> => {
  const [page] = context.pages();
  if (!page) throw new Error('no tab to work from');
  const session = await context.newCDPSession(page);
  await session.send('Network.deleteCookies', { name, domain: `.${domain}`, path: '/' });
  await session.detach();
};
