import { randomBytes, randomInt } from 'node:crypto';

/**
 * Every value that must never reach the extension's storage, with the sort of thing it is. Values are random per run, so
 * that finding one anywhere proves that it leaked.
 */
export class Secrets {
  readonly #values = new Map<string, string>();

  /** Remembers `value` as a secret called `what` and gives it back. */
  keep(what: string, value: string): string {
    this.#values.set(value, what);
    return value;
  }

  token(what: string, bytes = 18): string {
    return this.keep(what, randomBytes(bytes).toString('base64url'));
  }

  digits(what: string, length: number): string {
    const rest = Array.from({ length: length - 1 }, () => randomInt(10)).join('');
    return this.keep(what, `${randomInt(1, 10)}${rest}`);
  }

  /** All secrets so far: what they are, and the text to search for. */
  all(): readonly { readonly what: string; readonly value: string }[] {
    return [...this.#values].map(([value, what]) => ({ what, value }));
  }

  /** What of all this stands in `text`; empty when nothing leaked. */
  foundIn(text: string): string[] {
    return this.all()
      .filter(({ value }) => text.includes(value))
      .map(({ what }) => what);
  }
}
