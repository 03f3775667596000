import type { FromContent } from '../messaging/from-content.ts';
import type { FromPages } from '../messaging/from-pages.ts';
import type { ToastContent } from '../messaging/toast.ts';
import type { JarView } from '../sensing/session/session-book.ts';
import type { ServiceId } from '../model/service-id.ts';
import type { ServiceDefinition } from '../services/service-definition.ts';

/** A change of a cookie that a service uses; never its value. */
export interface CookieChange {
  readonly store: string;
  readonly service: ServiceId;
  readonly role: 'session' | 'account' | 'device';
  readonly name: string;
  readonly removed: boolean;
  readonly cause: 'evicted' | 'expired' | 'explicit' | 'expired_overwrite' | 'overwrite';
}

export interface CookiePort {
  /** Cookie stores that are open and not private. */
  stores(): Promise<readonly string[]>;
  /** What the jar holds of a service; null when it could not be read (no permission, store closed). */
  view(service: ServiceDefinition, store: string): Promise<JarView | null>;
}

/** A request that the browser reported. `tabId` is -1 for the extension's own. */
export interface SeenRequest {
  readonly service: ServiceId;
  readonly tabId: number;
  readonly url: string;
}
export interface AnsweredRequest extends SeenRequest {
  readonly status: number;
}
export interface FailedRequest extends SeenRequest {
  readonly error: string;
}

/** A tab of a watched service. */
export interface ServiceTab {
  readonly id: number;
  readonly service: ServiceId;
  readonly store: string;
  /** Shown in its window. */
  readonly active: boolean;
  /** Its window has the focus. */
  readonly focused: boolean;
}

export interface TabPort {
  ofServices(services: readonly ServiceDefinition[]): Promise<readonly ServiceTab[]>;
  /** Puts the page sensor into a tab that was open before the extension. */
  injectSensor(tab: Pick<ServiceTab, 'id' | 'service'>): Promise<boolean>;
  /** Registers the page sensor for the optional services whose hosts are granted. */
  registerSensors(): Promise<void>;
  injectToast(tabId: number): Promise<boolean>;
  sendToast(tabId: number, toast: ToastContent | null): Promise<boolean>;
  askForPage(tabId: number): Promise<boolean>;
  /** Opens what the popup shows; in a tab where the browser opens no popup by code. */
  openPopup(incident: string): Promise<void>;
  openWelcome(): Promise<void>;
}

/** Where a content script's message came from, as the browser says. */
export interface ContentSender {
  readonly tabId: number;
  readonly url: string;
  readonly store: string;
}

export interface NotificationPort {
  /** Shows or replaces the notification with this id. */
  show(id: string, title: string, message: string, urgent: boolean): Promise<void>;
  clear(id: string): Promise<void>;
}

export interface BadgePort {
  set(badge: 'act' | 'watch' | 'calm' | 'none', title: string): Promise<void>;
}

export interface AlarmPort {
  /** One alarm by this name at a time (ms since 1970); null clears it. Browsers may be up to 30 s late. */
  set(name: string, at: number | null): Promise<void>;
}

/** The answer of a front door that was asked without credentials. */
export type FrontDoorAnswer =
  | { readonly type: 'answered'; readonly status: number; readonly foreign: boolean }
  | { readonly type: 'failed'; readonly error: string };

export interface FrontDoorPort {
  ask(service: ServiceDefinition): Promise<FrontDoorAnswer>;
}

export interface PermissionPort {
  granted(hosts: readonly string[]): Promise<boolean>;
  /** The browser lets reports be sent. Firefox asks the person in a dialog of its own; elsewhere always true. */
  mayReport(): Promise<boolean>;
}

/** What the entrypoint binds to the browser's events, all in the first turn. */
export interface BackgroundEvents {
  cookieChanged(change: CookieChange): void;
  sessionCookieDeletedByServer(seen: SeenRequest): void;
  navigationAnswered(seen: AnsweredRequest): void;
  navigationFailed(seen: FailedRequest): void;
  signInSent(seen: SeenRequest): void;
  signInAnswered(seen: AnsweredRequest): void;
  signOutSent(seen: SeenRequest): void;
  connectivityChanged(online: boolean): void;
  alarm(name: string): void;
  tabRemoved(tabId: number): void;
  notificationClicked(id: string): void;
  fromContent(message: FromContent, sender: ContentSender): Promise<unknown>;
  fromPages(message: FromPages): Promise<unknown>;
  installed(reason: 'install' | 'update' | 'other'): void;
  browserStarted(): void;
}
