import type { ToastPort } from '../../lib/browser/toast-port.ts';
import type { ToastContent } from '../../lib/messaging/toast.ts';
import { createToastHost } from './toast-host.ts';
import { toastView } from './toast-view.ts';

/** A toast that asks nothing of the person goes by itself after this long in view, unless it is being pointed at. */
const LINGERS_MS = 30_000;

export interface RunningToast {
  readonly alive: () => boolean;
  /** Asks the background again what is to be shown. */
  readonly refresh: () => void;
  readonly stop: () => void;
}

/** Shows what the background says, and tells it what the person pressed. */
export const runToast = (page: Document, port: ToastPort): RunningToast => {
  const host = createToastHost(page);
  let shown: ToastContent | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const hide = (): void => {
    shown = null;
    clearTimeout(timer);
    host.hide();
  };
  const close = (): void => {
    if (shown) port.closed(shown.incident);
    hide();
  };
  const press = (): void => {
    if (shown) port.pressed(shown.incident);
    hide();
  };
  const linger = (view: HTMLElement): void => {
    clearTimeout(timer);
    if (shown?.alarm !== 'none') return;
    timer = setTimeout(() => {
      if (page.hidden) page.addEventListener('visibilitychange', () => linger(view), { once: true });
      else if (view.matches(':hover, :focus-within')) linger(view);
      else hide();
    }, LINGERS_MS);
  };
  const show = (toast: ToastContent | null): void => {
    if (!toast) return hide();
    if (shown && JSON.stringify(shown) === JSON.stringify(toast)) return;
    shown = toast;
    const view = toastView(toast, { onPress: press, onClose: close });
    host.show(view);
    linger(view);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (!event.isTrusted || event.key !== 'Escape' || !shown) return;
    // A warning that asks to act goes only when the person is in it, not by a key meant for the page.
    if (shown.alarm !== 'act' || host.root.activeElement) close();
  };
  const refresh = (): void => void port.ask().then(show);

  page.addEventListener('keydown', onKey, true);
  const unlisten = port.listen(show);
  refresh();
  return {
    alive: port.alive,
    refresh,
    stop() {
      unlisten();
      page.removeEventListener('keydown', onKey, true);
      hide();
    },
  };
};
