import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createContentPort } from '../lib/browser/content-port.ts';
import { runInPage } from '../lib/sensing/page/run-in-page.ts';
import { OPTIONAL_PAGES } from '../lib/services/optional-pages.ts';

/** The page sensor of the services that a person adds; the background registers it for their hosts. */
export default defineUnlistedScript(() => runInPage(OPTIONAL_PAGES, createContentPort()));
