import type { ToastPort } from '../../../lib/browser/toast-port.ts';
import type { ToastContent } from '../../../lib/messaging/toast.ts';
import { runToast, type RunningToast } from '../../../entrypoints/toast/run-toast.ts';

/** Runs the toast in a page with a port of our own, so that a test can say what the background would. */
declare global {
  interface Window {
    start(first: ToastContent | null): void;
    say(toast: ToastContent | null): void;
    heard: string[];
    running: RunningToast;
    /** What a closed shadow root hides from the page. */
    inner: ShadowRoot;
  }
}

window.heard = [];
const attach = HTMLElement.prototype.attachShadow;
HTMLElement.prototype.attachShadow = function (options) {
  window.inner = attach.call(this, options);
  return window.inner;
};

window.start = (first) => {
  const port: ToastPort = {
    alive: () => true,
    ask: async () => first,
    listen(listener) {
      window.say = listener;
      return () => undefined;
    },
    pressed: (incident) => void window.heard.push(`pressed ${incident}`),
    closed: (incident) => void window.heard.push(`closed ${incident}`),
  };
  window.running = runToast(document, port);
};
