import type { Browser } from 'puppeteer-core';
import { plainValue, type RemoteValue } from './remote-value.ts';

interface Connection {
  send(method: string, params: unknown): Promise<{ readonly result: unknown }>;
}

interface ScriptResult {
  readonly type: 'success' | 'exception';
  readonly result?: RemoteValue;
  readonly exceptionDetails?: { readonly text: string };
}

const hasConnection = (browser: object): browser is { connection: Connection } =>
  'connection' in browser && typeof browser.connection === 'object' && browser.connection !== null;

export interface Context {
  readonly context: string;
  readonly url: string;
  readonly children?: readonly Context[];
}

/** WebDriver BiDi, the few commands that are needed. Puppeteer starts the browser and keeps the line open. */
export class Bidi {
  readonly #connection: Connection;

  constructor(browser: Browser) {
    if (!hasConnection(browser)) throw new Error('this version of Puppeteer hides its BiDi connection');
    this.#connection = browser.connection;
  }

  async send<Result>(method: string, params: Readonly<Record<string, unknown>>): Promise<Result> {
    return (await this.#connection.send(method, params)).result as Result;
  }

  /** Top-level contexts: tabs, or with `scope` `chrome` the browser's own windows. */
  async contexts(scope?: 'chrome'): Promise<readonly Context[]> {
    const { contexts } = await this.send<{ contexts: Context[] }>('browsingContext.getTree', {
      maxDepth: 0,
      ...(scope ? { 'moz:scope': scope } : {}),
    });
    return contexts;
  }

  /** Evaluates an expression (awaited when a promise) and gives the remote value. Throws what the page threw. */
  async remote(
    context: string,
    expression: string,
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<RemoteValue> {
    const done = await this.send<ScriptResult>('script.evaluate', {
      expression,
      target: { context },
      awaitPromise: true,
      userActivation: true,
      ...more,
    });
    if (done.type === 'exception' || !done.result)
      throw new Error(done.exceptionDetails?.text ?? 'the script failed');
    return done.result;
  }

  async evaluate(context: string, expression: string): Promise<unknown> {
    return plainValue(await this.remote(context, expression));
  }
}
