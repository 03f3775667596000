import type { CDPSession, Page } from 'playwright-core';
import type { Arrival, Tab } from '../browser-under-test.ts';
import { eventually } from '../eventually.ts';
import { waitForToast } from '../wait-for-toast.ts';
import { callText } from '../extension-page.ts';
import { buttonOf, toastIn, type Toast } from '../toast.ts';
import { clickNode, toastHosts } from './toast-tree.ts';

const ERROR_PAGE = 'chrome-error:';

/** Waits for a navigation. The browser's error page comes a moment after the failure, and must be there before the next. */
const arrival = async (page: Page, going: Promise<unknown>): Promise<Arrival> => {
  try {
    await going;
    return { error: null };
  } catch (error) {
    const name = /net::ERR_\w+/.exec(String(error))?.[0];
    if (name === undefined) throw error;
    if (name !== 'net::ERR_ABORTED')
      await eventually('the error page', () => page.evaluate('location.href').then(isErrorPage, () => false));
    return { error: name };
  }
};

const isErrorPage = (address: unknown): boolean => String(address).startsWith(ERROR_PAGE);

const READY = { waitUntil: 'domcontentloaded' } as const;

export class ChromiumTab implements Tab {
  readonly page: Page;
  #session: Promise<CDPSession> | null = null;

  constructor(page: Page) {
    this.page = page;
  }

  goto(address: string): Promise<Arrival> {
    return arrival(this.page, this.page.goto(address, READY));
  }

  reload(): Promise<Arrival> {
    return arrival(this.page, this.page.reload(READY));
  }

  async url(): Promise<string> {
    return Promise.resolve(this.page.url());
  }

  title(): Promise<string> {
    return this.page.title();
  }

  evaluate<Args extends readonly unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    return this.page.evaluate(callText(run, args)) as Promise<Result>;
  }

  async waitUntil<Args extends readonly unknown[]>(
    run: (...args: Args) => unknown,
    ...args: Args
  ): Promise<void> {
    // A page that is just being replaced can't be asked; the next one will be.
    await eventually(run.toString(), async () =>
      Boolean(await this.evaluate(run, ...args).catch(() => false)),
    );
  }

  async click(selector: string): Promise<void> {
    await this.page.locator(selector).first().click();
  }

  async type(selector: string, text: string): Promise<void> {
    await this.page.locator(selector).first().fill('');
    await this.page.locator(selector).first().pressSequentially(text);
  }

  press(key: Parameters<Tab['press']>[0]): Promise<void> {
    return this.page.keyboard.press(key);
  }

  async readToast(): Promise<Toast | null> {
    const [host] = await toastHosts(await this.#protocol());
    return host ? toastIn(host) : null;
  }

  waitForToast(cause?: string): Promise<Toast> {
    return waitForToast(() => this.readToast(), cause);
  }

  async pressToast(button: 'action' | 'close'): Promise<void> {
    const toast = await this.waitForToast();
    await clickNode(this.page, await this.#protocol(), buttonOf(toast, button));
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path });
  }

  setSize(width: number, height: number): Promise<void> {
    return this.page.setViewportSize({ width, height });
  }

  bringToFront(): Promise<void> {
    return this.page.bringToFront();
  }

  close(): Promise<void> {
    return this.page.close();
  }

  #protocol(): Promise<CDPSession> {
    this.#session ??= this.page.context().newCDPSession(this.page);
    return this.#session;
  }
}
