import { callText } from '../extension-page.ts';
import type { Bidi } from './bidi.ts';

/**
 * Runs code with the browser's own rights, in its first window (`--remote-allow-system-access`). What a person does in
 * settings, and what the machine does to the network, is done here.
 */
export class BrowserScope {
  readonly #bidi: Bidi;
  readonly #window: string;

  private constructor(bidi: Bidi, window: string) {
    this.#bidi = bidi;
    this.#window = window;
  }

  static async of(bidi: Bidi): Promise<BrowserScope> {
    const [window] = await bidi.contexts('chrome');
    if (!window) throw new Error('Firefox has no window');
    return new BrowserScope(bidi, window.context);
  }

  /** Runs a function there; arguments and result must fit into JSON. */
  run<Args extends readonly unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    return this.#bidi.evaluate(this.#window, callText(run, args)) as Promise<Result>;
  }
}
