import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createToastPort } from '../../lib/browser/toast-port.ts';
import { runToast, type RunningToast } from './run-toast.ts';

/** In the script's own world, which the page cannot see. */
const KEY = 'outageOrHackedToast';

/** The toast, injected by the background when there is something to say. Injected again, it only asks anew. */
export default defineUnlistedScript({
  main() {
    if (window.top !== window) return;
    const world = globalThis as unknown as Record<string, RunningToast | undefined>;
    const before = world[KEY];
    if (before?.alive()) return before.refresh();
    before?.stop();
    world[KEY] = runToast(document, createToastPort());
  },
});
