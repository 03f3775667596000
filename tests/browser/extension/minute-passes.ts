import type { ServiceId } from '../../../lib/model/service-id.ts';
import type { BrowserUnderTest } from '../harness/browser-under-test.ts';
import { askBackground } from './ask-background.ts';

/**
 * As if the minute had passed for which a feed that was just asked is left alone, whatever became of it; then the
 * person presses "Check again".
 */
export const minutePasses = async (browser: BrowserUnderTest, service: ServiceId): Promise<void> => {
  await browser.inExtension(() => chrome.storage.local.remove('feed'));
  await askBackground(browser, { type: 'check-again', service });
};
