import { fromContent } from '../messaging/from-content.ts';
import { fromPages } from '../messaging/from-pages.ts';
import { z } from '../model/zod.ts';
import { browser, type Runtime } from './extension-api.ts';
import type { BackgroundEvents, ContentSender } from './ports.ts';

type MessageEvents = Pick<BackgroundEvents, 'fromContent' | 'fromPages'>;

const EXTENSION_ROOT = browser.runtime.getURL('/');
const DEFAULT_STORE = '0';

/** The top frame of a tab that is not private, as the browser says; null for anything else. */
const contentSender = (sender: Runtime.MessageSender): ContentSender | null => {
  const { tab, url, frameId } = sender;
  if (tab?.id === undefined || tab.incognito || frameId !== 0 || url === undefined) return null;
  return { tabId: tab.id, url, store: tab.cookieStoreId ?? DEFAULT_STORE };
};

/** Extension pages may command; content scripts may only report; anybody else is not heard. */
const dispatch = (
  events: MessageEvents,
  message: unknown,
  sender: Runtime.MessageSender,
): Promise<unknown> | null => {
  if (sender.id !== browser.runtime.id) return null;
  if (sender.url?.startsWith(EXTENSION_ROOT)) {
    const command = z.safeParse(fromPages, message);
    return command.success
      ? events.fromPages(command.data)
      : Promise.resolve({ ok: false, reason: 'not understood' });
  }
  const report = z.safeParse(fromContent, message);
  const from = contentSender(sender);
  return report.success && from ? events.fromContent(report.data, from) : null;
};

/**
 * Binds the messages. The answer goes through `sendResponse` with `true` returned, the one way that works in every
 * browser.
 */
export const listenToMessages = (events: MessageEvents): void => {
  browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
    const answer = dispatch(events, message, sender);
    if (!answer) return undefined as unknown as true; // nobody's message: no answer is promised
    answer.then(sendResponse, () => sendResponse({ ok: false, reason: 'failed' }));
    return true;
  });
};
