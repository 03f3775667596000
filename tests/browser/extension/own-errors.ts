import type { BrowserUnderTest } from '../harness/browser-under-test.ts';

/** Firefox remarks on each tab that is closed while a message of it is under way; nothing is wrong then. */
const REMARK = /Promise (resolved|rejected) after context unloaded/;

/** Errors of the extension's own code, without the browser's remarks. */
export const ownErrors = async (browser: BrowserUnderTest): Promise<string[]> =>
  (await browser.errors()).filter((error) => !REMARK.test(error));
