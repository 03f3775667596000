/** The one importer of the WebExtension API, for the background and the extension's pages; see docs/browsers.md. */
import browser from 'webextension-polyfill';

export { browser };
export type { Cookies, Runtime, Tabs, WebRequest, Notifications, Alarms } from 'webextension-polyfill';
