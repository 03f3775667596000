import { DEFAULT_SETTINGS, type Settings } from '../../../lib/model/settings.ts';
import type { BrowserUnderTest } from '../harness/browser-under-test.ts';
import { askBackground } from './ask-background.ts';

/** The ordinary choices with these in place of their own. */
export const choose = (browser: BrowserUnderTest, choices: Partial<Settings> = {}): Promise<void> =>
  askBackground(browser, { type: 'write-settings', settings: { ...DEFAULT_SETTINGS, ...choices } });
