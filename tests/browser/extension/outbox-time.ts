import type { Outbox } from '../../../lib/feed/reports/outbox.ts';
import type { BrowserUnderTest } from '../harness/browser-under-test.ts';

/** The outbox as it is stored: what waits, and what was reported lately. */
export const readOutbox = (browser: BrowserUnderTest): Promise<Outbox> =>
  browser.inExtension(async () => {
    const { outbox } = await chrome.storage.local.get<{ outbox?: { value: Outbox } }>('outbox');
    return outbox?.value ?? { waiting: [], lately: [] };
  });

/** As if all that waits to be reported were to be sent in so many seconds; the alarm rings at once. */
export const reportsAreDueIn = (browser: BrowserUnderTest, seconds: number): Promise<void> =>
  browser.inExtension(async (left) => {
    const { outbox } = await chrome.storage.local.get<{ outbox?: { version: number; value: Outbox } }>(
      'outbox',
    );
    if (outbox) {
      const waiting = outbox.value.waiting.map((one) => ({ ...one, sendAt: Date.now() + left * 1000 }));
      await chrome.storage.local.set({ outbox: { ...outbox, value: { ...outbox.value, waiting } } });
    }
    await chrome.alarms.create('report', { when: Date.now() });
  }, seconds);
