import { serviceOfUrl } from '../services/index.ts';
import { browser } from './extension-api.ts';
import type { FrontDoorAnswer, FrontDoorPort } from './ports.ts';

const PATIENCE_MS = 8_000;
/** A request of the extension itself belongs to no tab. */
const NO_TAB = -1;

/** The error word of the extension's own request: `fetch` only says that it failed, `webRequest` says why. */
const lastErrors = new Map<string, string>();

/** Remembers why the extension's own requests failed. Bound in the first turn like every listener. */
export const listenToOwnFailures = (hosts: readonly string[]): void => {
  browser.webRequest.onErrorOccurred.addListener(
    ({ url, error, tabId }) => {
      if (tabId === NO_TAB) lastErrors.set(new URL(url).host, error);
    },
    { urls: [...hosts], types: ['xmlhttprequest'] },
  );
};

export const frontDoorPort: FrontDoorPort = {
  async ask(service): Promise<FrontDoorAnswer> {
    const { host } = new URL(service.frontDoor);
    lastErrors.delete(host);
    try {
      const answer = await fetch(service.frontDoor, {
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      void answer.body?.cancel();
      return {
        type: 'answered',
        status: answer.status,
        foreign: serviceOfUrl(answer.url)?.id !== service.id,
      };
    } catch (error) {
      const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
      return { type: 'failed', error: timedOut ? 'ERR_TIMED_OUT' : (lastErrors.get(host) ?? 'unknown') };
    }
  },
};
