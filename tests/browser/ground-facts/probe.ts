import { fileURLToPath } from 'node:url';
import type { Platform } from '../../platform/start-platform.ts';
import type { BrowserUnderTest, Tab } from '../harness/browser-under-test.ts';
import { eventually } from '../harness/eventually.ts';

/** Where the probe extension is. */
export const PROBE = fileURLToPath(new URL('probe-extension', import.meta.url));

export interface ProbeEvent {
  readonly event: 'cookie' | 'error' | 'completed' | 'headers';
  readonly name?: string;
  readonly removed?: boolean;
  readonly cause?: string;
  readonly url?: string;
  readonly error?: string;
  readonly ownFetch?: boolean;
  readonly status?: number;
  readonly setCookieHeaders?: number;
  readonly names?: readonly string[];
}

type Deed = Readonly<Record<string, unknown>>;

/** Asks the probe's background to do something; its page stays open, because it is asked often. */
export class Probe {
  readonly #page: Tab;

  private constructor(page: Tab) {
    this.#page = page;
  }

  static async open(browser: BrowserUnderTest): Promise<Probe> {
    return new Probe(await browser.openExtensionPage('page.html'));
  }

  get page(): Tab {
    return this.#page;
  }

  ask(message: Deed): Promise<unknown> {
    return this.#page.evaluate(
      (sent): Promise<unknown> => chrome.runtime.sendMessage(sent) as Promise<unknown>,
      message,
    );
  }

  async take(): Promise<readonly ProbeEvent[]> {
    return (await this.ask({ deed: 'take' })) as ProbeEvent[];
  }

  /** Does something and gives all events up to the first that fits; what came before is thrown away. */
  async eventsOf(act: () => Promise<unknown>, until: (event: ProbeEvent) => boolean): Promise<ProbeEvent[]> {
    await this.take();
    await act();
    const seen: ProbeEvent[] = [];
    await eventually('an event of the browser', async () => {
      seen.push(...(await this.take()));
      return seen.some(until);
    });
    return seen;
  }

  /** The events of one cookie as words, e.g. `removed explicit`, up to `last`. */
  async cookieStory(act: () => Promise<unknown>, name: string, last: string): Promise<string[]> {
    const words = ({ removed, cause }: ProbeEvent) => `${removed ? 'removed' : 'set'} ${cause ?? ''}`;
    const ofCookie = (event: ProbeEvent) => event.event === 'cookie' && event.name === name;
    const seen = await this.eventsOf(act, (event) => ofCookie(event) && words(event) === last);
    return seen.filter(ofCookie).map(words);
  }
}

/** Signs in to Facebook as a person does. */
export const signIn = async (tab: Tab, platform: Platform): Promise<void> => {
  const [account] = platform.accounts;
  await tab.goto('https://www.facebook.com/login/');
  await tab.type('#email', account?.email ?? '');
  await tab.type('#pass', account?.password ?? '');
  await tab.click('#loginbutton');
  await tab.waitUntil(() => document.querySelector('[role=feed]') !== null);
};
