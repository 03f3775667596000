import { defineContentScript } from 'wxt/utils/define-content-script';
import { createContentPort } from '../lib/browser/content-port.ts';
import { runInPage } from '../lib/sensing/page/run-in-page.ts';
import { WATCHED_PAGES } from '../lib/services/watched-pages.ts';

/** The page sensor of the services that are watched from the start, in the top frame only. */
export default defineContentScript({
  matches: ['https://*.facebook.com/*', 'https://*.instagram.com/*'],
  runAt: 'document_idle',
  main: () => runInPage(WATCHED_PAGES, createContentPort()),
});
