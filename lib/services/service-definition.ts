import type { KnownServiceId, ServiceId } from '../model/service-id.ts';

/** The addresses a person may be sent to. Opened by the extension in a new tab, never as a link in a page. */
export interface ServiceLinks {
  readonly home: string;
  readonly compromised?: string;
  readonly findAccount?: string;
  readonly sessions?: string;
  readonly password?: string;
  readonly crowd?: string;
}

export interface ServiceDefinition {
  readonly id: ServiceId;
  /** The name as the company writes it; the same in every language. */
  readonly name: string;
  /** Registrable domain of its cookies, e.g. `facebook.com`. */
  readonly cookieDomain: string;
  /** Domains (with everything below them) and hosts whose pages are its own, old names too, e.g. `facebook.com`. */
  readonly domains: readonly string[];
  /** Host names of its main site: only there do paths have the meanings below, and only there is a person signed in. */
  readonly mainHosts: RegExp;
  /** Match patterns of the pages that are watched, e.g. `https://*.facebook.com/*`; empty where only a status exists. */
  readonly hosts: readonly string[];
  /** The front door that the credential-less probe asks, e.g. `https://www.facebook.com/login/`. */
  readonly frontDoor: string;
  /** Cookies without which nobody is signed in. */
  readonly sessionCookies: readonly string[];
  /** The cookie whose value names the account (only its tag is ever kept). */
  readonly accountCookie: string | null;
  /** Names a profile or page that acts for the account: its change is no sign-out and no other account. */
  readonly actingCookie: string | null;
  /** Cookies of the device; a server leaves them, a local wipe takes them. */
  readonly deviceCookies: readonly string[];
  /** Path tests, on `location.pathname + location.search`. */
  readonly signInPaths: readonly RegExp[];
  readonly signOutPaths: readonly RegExp[];
  /**
   * The service's own sign-in, security and recovery addresses (path tests as above). Only there does a page count
   * as direct evidence or feed a report: elsewhere what others write could imitate it.
   */
  readonly securityPaths: readonly RegExp[];
  /** Address filters for `webRequest`, of sign-in and sign-out requests. */
  readonly signInRequests: readonly string[];
  readonly signOutRequests: readonly string[];
  /** Services that share its sign-in. */
  readonly siblings: readonly KnownServiceId[];
  readonly links: ServiceLinks;
}
