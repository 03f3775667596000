import type { ToastContent } from '../../lib/messaging/toast.ts';
import { toastIcon } from './toast-icon.ts';

export interface ToastActions {
  readonly onPress: () => void;
  readonly onClose: () => void;
}

/** Who speaks; the same in every language. */
const SENDER = 'Outage or Hacked';

const withText = (name: 'h2' | 'p' | 'small', text: string): HTMLElement => {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
};

/** A button that only a person can press: clicks that a script makes are not trusted. */
const button = (text: string, className: string, onPress: () => void): HTMLButtonElement => {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = text;
  element.addEventListener('click', (event) => {
    if (event.isTrusted) onPress();
  });
  return element;
};

/** A toast as an element: drawing, headline, one line, one button and a close. All text is set as text. */
export const toastView = (toast: ToastContent, { onPress, onClose }: ToastActions): HTMLElement => {
  const box = document.createElement('div');
  box.className = 'toast';
  box.dataset.testid = 'toast';
  box.dataset.service = toast.service;
  box.dataset.cause = String(toast.cause);
  box.dataset.alarm = toast.alarm;
  box.dataset.theme = toast.theme;
  box.lang = toast.language;
  box.dir = toast.direction;
  box.setAttribute('role', toast.role);

  const badge = document.createElement('span');
  badge.className = 'badge';
  badge.append(toastIcon(toast));

  const row = document.createElement('div');
  row.className = 'row';
  row.append(
    button(toast.action, 'main', onPress),
    button(toast.close, 'close', onClose),
    withText('small', SENDER),
  );

  const words = document.createElement('div');
  words.className = 'words';
  words.append(withText('h2', toast.headline), withText('p', toast.line), row);
  box.append(badge, words);
  return box;
};
