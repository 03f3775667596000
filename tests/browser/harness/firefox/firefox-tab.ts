import { writeFile } from 'node:fs/promises';
import type { Arrival, Tab } from '../browser-under-test.ts';
import { eventually } from '../eventually.ts';
import { waitForToast } from '../wait-for-toast.ts';
import { callText } from '../extension-page.ts';
import { buttonOf, toastIn, type Toast } from '../toast.ts';
import type { Bidi, Context } from './bidi.ts';
import { clickElement, KEYS, typeKeys } from './input.ts';
import { toastHosts } from './toast-tree.ts';

const arrival = async (going: Promise<unknown>): Promise<Arrival> => {
  try {
    await going;
    return { error: null };
  } catch (error) {
    const name = /NS_ERROR_\w+|NS_BINDING_\w+|MOZILLA_PKIX_\w+|SEC_ERROR_\w+/.exec(String(error));
    if (!name) throw error;
    return { error: name[0] };
  }
};

export class FirefoxTab implements Tab {
  readonly context: string;
  readonly #bidi: Bidi;

  constructor(bidi: Bidi, context: string) {
    this.#bidi = bidi;
    this.context = context;
  }

  goto(url: string): Promise<Arrival> {
    const params = { context: this.context, url, wait: 'interactive' };
    return arrival(this.#bidi.send('browsingContext.navigate', params));
  }

  reload(): Promise<Arrival> {
    return arrival(this.#bidi.send('browsingContext.reload', { context: this.context, wait: 'interactive' }));
  }

  async url(): Promise<string> {
    const { contexts } = await this.#bidi.send<{ contexts: Context[] }>('browsingContext.getTree', {
      root: this.context,
      maxDepth: 0,
    });
    return contexts[0]?.url ?? '';
  }

  async title(): Promise<string> {
    return this.evaluate(() => document.title);
  }

  evaluate<Args extends readonly unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    return this.#bidi.evaluate(this.context, callText(run, args)) as Promise<Result>;
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
    const handle = await eventually(`an element ${selector}`, async () => {
      const found = await this.#bidi
        .remote(
          this.context,
          callText(
            (wanted: string) => {
              const element = document.querySelector(wanted);
              element?.scrollIntoView({ block: 'center' });
              return element;
            },
            [selector],
          ),
        )
        .catch(() => null);
      return found?.sharedId;
    });
    await clickElement(this.#bidi, this.context, handle);
  }

  async type(selector: string, text: string): Promise<void> {
    await this.click(selector);
    await this.evaluate((wanted) => {
      const field = document.querySelector(wanted);
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select();
    }, selector);
    await typeKeys(this.#bidi, this.context, [...text]);
  }

  async press(key: Parameters<Tab['press']>[0]): Promise<void> {
    await typeKeys(this.#bidi, this.context, [KEYS[key]]);
  }

  async readToast(): Promise<Toast | null> {
    const [host] = await toastHosts(this.#bidi, this.context);
    return host ? toastIn(host) : null;
  }

  waitForToast(cause?: string): Promise<Toast> {
    return waitForToast(() => this.readToast(), cause);
  }

  async pressToast(button: 'action' | 'close'): Promise<void> {
    await clickElement(this.#bidi, this.context, buttonOf(await this.waitForToast(), button));
  }

  async screenshot(path: string): Promise<void> {
    const { data } = await this.#bidi.send<{ data: string }>('browsingContext.captureScreenshot', {
      context: this.context,
    });
    await writeFile(path, Buffer.from(data, 'base64'));
  }

  async setSize(width: number, height: number): Promise<void> {
    await this.#bidi.send('browsingContext.setViewport', {
      context: this.context,
      viewport: { width, height },
    });
  }

  async bringToFront(): Promise<void> {
    await this.#bidi.send('browsingContext.activate', { context: this.context });
  }

  async close(): Promise<void> {
    await this.#bidi.send('browsingContext.close', { context: this.context });
  }
}
