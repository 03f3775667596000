import type { NetworkPage } from './names.ts';

/** What the person chooses under "Site access" of `chrome://extensions`: on all sites that it asks for, or on none. */
export const setHostAccess = (
  browser: NetworkPage,
  extensionOrigin: string,
  granted: boolean,
): Promise<void> =>
  browser.elsewhere('chrome://extensions/', async (page) => {
    const update = {
      extensionId: new URL(extensionOrigin).host,
      hostAccess: granted ? 'ON_ALL_SITES' : 'ON_CLICK',
    };
    await page.evaluate(`chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify(update)})`);
  });
