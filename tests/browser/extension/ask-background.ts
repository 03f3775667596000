import type { FromPages } from '../../../lib/messaging/from-pages.ts';
import type { BrowserUnderTest } from '../harness/browser-under-test.ts';

/** Says to the background what a page of the extension may say; throws unless it was done. */
export const askBackground = async (browser: BrowserUnderTest, message: FromPages): Promise<void> => {
  const answer = await browser.inExtension(
    async (asked): Promise<unknown> => chrome.runtime.sendMessage(asked),
    message,
  );
  if (JSON.stringify(answer) !== '{"ok":true}') throw new Error(`${message.type}: ${JSON.stringify(answer)}`);
};
