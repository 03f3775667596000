import type { BrowserUnderTest } from '../harness/browser-under-test.ts';

/**
 * Opens the popup and gives the milliseconds from its beginning to its first words, by its own clock: the time at
 * which the page's first content stands in the document.
 */
export const popupOpensIn = async (browser: BrowserUnderTest): Promise<number> => {
  const popup = await browser.openExtensionPage('popup.html');
  try {
    await popup.waitUntil(() => document.querySelector('h1') !== null);
    await popup.waitUntil(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    return await popup.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
    );
  } finally {
    await popup.close();
  }
};
