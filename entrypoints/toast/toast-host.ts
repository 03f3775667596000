import { adoptStyle } from './adopt-style.ts';
import { TOAST_HOST_STYLE } from './toast-host-style.ts';
import { TOAST_STYLE } from './toast-style.ts';

const MARK = 'data-oh-toast';
/** How often a page may take the toast away before it is left alone: a page that fights must not freeze. */
const MOST_RETURNS = 12;

export interface ToastHost {
  /** Shows this in place of what was there. */
  show(content: HTMLElement): void;
  hide(): void;
  readonly root: ShadowRoot;
}

/**
 * The element in the page that holds the toast. Its shadow root is closed and made in the script's own world, where
 * what the page has patched does not reach; a plain `div`, since a page could define an element name of our own. It
 * stands in the top layer, and comes back when the page removes or alters it, a bounded number of times.
 */
export const createToastHost = (page: Document): ToastHost => {
  const host = page.createElement('div');
  host.setAttribute(MARK, '');
  host.setAttribute('popover', 'manual');
  const root = host.attachShadow({ mode: 'closed' });
  adoptStyle(root, TOAST_HOST_STYLE + TOAST_STYLE);

  let isShown = false;
  let returns = 0;

  const raise = (): void => {
    if (host.parentNode !== page.documentElement) page.documentElement.append(host);
    for (const { name } of [...host.attributes])
      if (name !== MARK && name !== 'popover') host.removeAttribute(name);
    if (host.getAttribute('popover') !== 'manual') host.setAttribute('popover', 'manual');
    if (!host.matches(':popover-open')) host.showPopover();
  };
  const isTampered = (): boolean =>
    host.parentNode !== page.documentElement ||
    host.attributes.length !== 2 ||
    host.getAttribute('popover') !== 'manual' ||
    !host.matches(':popover-open');
  const guard = (): void => {
    if (!isShown || !isTampered() || returns >= MOST_RETURNS) return;
    returns += 1;
    raise();
  };
  const watcher = new MutationObserver(guard);
  host.addEventListener('toggle', guard);

  return {
    root,
    show(content) {
      isShown = true;
      for (const old of root.querySelectorAll('.toast')) old.remove();
      root.append(content);
      raise();
      watcher.observe(page, { childList: true });
      watcher.observe(page.documentElement, { childList: true });
      watcher.observe(host, { attributes: true });
    },
    hide() {
      isShown = false;
      watcher.disconnect();
      host.remove();
    },
  };
};
