import type { FromContent } from '../messaging/from-content.ts';
import type { ToContent } from '../messaging/to-content.ts';

type Listener = Parameters<typeof chrome.runtime.onMessage.addListener>[0];
type Runtime = typeof chrome.runtime;

/** What a content script may do with the browser: say something to the background, and hear it. */
export interface ContentPort {
  /** False once the extension was updated, switched off or removed: then this script is an orphan. */
  alive(): boolean;
  /** Says something; nothing is thrown and nothing is awaited, whatever becomes of the background. */
  send(message: FromContent): void;
  /**
   * Calls back for each message of the background; the listener says whether the message is its business, and only
   * then is it answered. Returns the way to stop.
   */
  listen(listener: (message: ToContent) => boolean): () => void;
}

/** Read anew each time: an orphaned script loses it, and reading it may throw. */
const runtime = (): Runtime | null => {
  try {
    const api = (globalThis as { browser?: typeof chrome }).browser ?? globalThis.chrome;
    return api.runtime.id ? api.runtime : null;
  } catch {
    return null;
  }
};

/** The port of a content script, on the bare API of Chrome or Firefox. */
export const createContentPort = (): ContentPort => ({
  alive: () => runtime() !== null,
  send: (message) => {
    try {
      // A sleeping background is woken by it. Where nobody listens the promise is rejected: nothing to be done.
      runtime()
        ?.sendMessage(message)
        .catch(() => undefined);
    } catch {
      // The extension went away between the two calls.
    }
  },
  listen: (listener) => {
    const events = runtime()?.onMessage;
    const onMessage: Listener = (message, _sender, respond) => {
      // Answered at once, so that who asks learns that somebody is there.
      if (listener(message as ToContent)) respond(true);
      return false;
    };
    events?.addListener(onMessage);
    return () => events?.removeListener(onMessage);
  },
});
