import type { NameFault } from '../../platform/name-server.ts';
import type { Platform } from '../../platform/start-platform.ts';
import type { Toast } from './toast.ts';

export type BrowserName = 'chromium' | 'firefox';

/** How a navigation ended: no error, or the browser's own word for it. */
export interface Arrival {
  readonly error: string | null;
}

/** One tab. Times are milliseconds; what waits gives up with an error that says what it waited for. */
export interface Tab {
  /** Goes to an address and waits until the document is there, or the browser says that it can't. */
  goto(address: string): Promise<Arrival>;
  reload(): Promise<Arrival>;
  url(): Promise<string>;
  title(): Promise<string>;
  /** Runs a function of this file in the page's own world; arguments and result must fit into JSON. */
  evaluate<Args extends readonly unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  /** Waits until a function of the page gives something true. */
  waitUntil<Args extends readonly unknown[]>(run: (...args: Args) => unknown, ...args: Args): Promise<void>;
  /** Clicks the middle of the first element that matches, with the mouse. */
  click(selector: string): Promise<void>;
  /** Clicks into a field, empties it and types. */
  type(selector: string, text: string): Promise<void>;
  press(key: 'Tab' | 'Enter' | 'Escape' | 'Space' | 'ArrowDown' | 'ArrowUp'): Promise<void>;
  /** The toast in the page's closed shadow root, or null when there is none. */
  readToast(): Promise<Toast | null>;
  /** Waits for a toast, or for one that says what is awaited: what is known first may be less than what is known soon. */
  waitForToast(cause?: string): Promise<Toast>;
  /** Presses a button of the toast with the mouse: the action, or the close button. */
  pressToast(button: 'action' | 'close'): Promise<void>;
  /** Saves a picture of what is to be seen, as PNG. */
  screenshot(path: string): Promise<void>;
  setSize(width: number, height: number): Promise<void>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
}

export interface StoredCookie {
  readonly name: string;
  readonly domain: string;
  readonly httpOnly: boolean;
}

/** A real browser with the extension in it, its host names led to the platform. The same for all browsers. */
export interface BrowserUnderTest {
  readonly name: BrowserName;
  readonly version: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly extensionOrigin: string;

  newTab(address?: string): Promise<Tab>;
  /** All tabs that are open, those included that the extension opened. */
  tabs(): Promise<readonly Tab[]>;
  /** Waits for a tab whose address fits. */
  waitForTab(fits: (url: string) => boolean): Promise<Tab>;
  /** Opens a page of the extension, e.g. `popup.html`, in a tab. */
  openExtensionPage(path: string): Promise<Tab>;
  /** Runs a function in a page of the extension (opened for it and closed again); it may use `chrome`. */
  inExtension<Args extends readonly unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;

  cookies(domain: string): Promise<readonly StoredCookie[]>;
  /** Takes one cookie away as a person does in the browser's settings. */
  removeCookie(domain: string, name: string): Promise<void>;
  /** "Clear browsing data": all cookies of all sites at once. */
  clearCookies(): Promise<void>;

  /** From now on this host name can't be reached, in this way. */
  failHost(host: string, fault: NameFault): Promise<void>;
  healHosts(): Promise<void>;
  setOffline(offline: boolean): Promise<void>;

  /**
   * The person takes back all hosts that the manifest asks for, or gives them again. Optional hosts can be granted in no
   * common way (Chromium asks in a dialog): give the browser a package that has them among the required ones.
   */
  setHostAccess(granted: boolean): Promise<void>;

  /** Answers the browser's own dialog that asks whether data may be sent. Only Firefox has one; elsewhere nothing is to do. */
  answerDataDialog(allow: boolean): Promise<void>;
  /** The person takes that permission back in the browser's settings; nothing is to do where there is none. */
  takeDataPermissionBack(): Promise<void>;

  /** The badge's text, for a tab or in general. */
  badge(): Promise<string>;
  /** The ids of the system notifications that are shown. */
  notifications(): Promise<readonly string[]>;
  /** Everything the extension keeps: storage areas, databases, caches, as one text. */
  storedText(): Promise<string>;
  /** Kills the background as the browser does after idle time; the next event starts it again. */
  killBackground(): Promise<void>;
  /** Ends the browser and starts it again with the same profile. Tabs are gone. */
  restart(): Promise<void>;
  /** Errors and uncaught exceptions of the extension's own code so far. */
  errors(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** The unpacked extension. */
  readonly extensionDir: string;
  readonly platform: Pick<Platform, 'port' | 'hosts' | 'authority' | 'spki' | 'names'>;
  readonly headed?: boolean;
  /** BCP 47, e.g. `fr`; English when left out. */
  readonly language?: string;
  /** More command-line arguments (Chromium) or preferences (Firefox). */
  readonly chromiumArgs?: readonly string[];
  readonly firefoxPrefs?: Readonly<Record<string, string | number | boolean>>;
}
