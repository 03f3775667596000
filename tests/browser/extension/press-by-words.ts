import type { Tab } from '../harness/browser-under-test.ts';

/** Clicks the button, link or ticked choice of a page that carries exactly these words. */
export const pressByWords = async (page: Tab, words: string): Promise<void> => {
  await page.waitUntil((text) => {
    for (const old of document.querySelectorAll('[data-to-press]')) old.removeAttribute('data-to-press');
    const found = [...document.querySelectorAll('button, a, label')].find(
      (one) => one.textContent.trim() === text,
    );
    found?.setAttribute('data-to-press', '');
    return found !== undefined;
  }, words);
  await page.click('[data-to-press]');
};
