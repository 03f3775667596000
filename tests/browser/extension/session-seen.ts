import type { BrowserUnderTest } from '../harness/browser-under-test.ts';
import { eventually } from '../harness/eventually.ts';
import type { Site } from './person.ts';

/**
 * Waits until the extension knows of a session: one that begins and ends within a second may be gone before it is looked
 * at, and what never was cannot end.
 */
export const sessionSeen = (browser: BrowserUnderTest, site: Site): Promise<unknown> =>
  eventually(`the session at ${site} to be seen`, async () =>
    (
      await browser.inExtension(async () => {
        const { sessions } = await chrome.storage.local.get<{
          sessions?: { value: { service: string; present: boolean }[] };
        }>('sessions');
        return (sessions?.value ?? []).filter(({ present }) => present).map(({ service }) => service);
      })
    ).includes(site),
  );
