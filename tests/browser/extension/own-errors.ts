import type { BrowserUnderTest } from '../harness/browser-under-test.ts';

/** What the browsers remark by themselves while nothing is wrong with the extension. */
const REMARKS = [
  // Firefox, on each tab that is closed while a message of it is under way.
  /Promise (resolved|rejected) after context unloaded/,
  // Chromium, on each fetch that fails: a story's feed that answers 503 has no CORS header either.
  /^: Access to fetch at '\S+\/v1\/feed\.json' .* blocked by CORS policy/,
];

/** Errors of the extension's own code, without the browsers' remarks. */
export const ownErrors = async (browser: BrowserUnderTest): Promise<string[]> =>
  (await browser.errors()).filter((error) => !REMARKS.some((remark) => remark.test(error)));
