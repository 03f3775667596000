import type { Account } from './accounts.ts';
import type { PlatformService } from './hosts.ts';
import type { Secrets } from './secrets.ts';
import { SessionBook } from './sessions.ts';

/** What a service is doing. Those after `rate-limited` are about accounts, not about the service. */
export const MODES = [
  'healthy',
  /** 5 March 2024: right passwords are refused, recovery shows nothing. End the sessions beside it. */
  'sign-in-outage',
  /** Every page is the static error page with a 5xx, every background request fails. */
  'errors',
  /** "Account temporarily unavailable … site issue", as on 3 March 2026. */
  'unavailable',
  'rate-limited',
  /** Signed in, but the page says that the session expired, and background requests agree. */
  'session-expired',
  'wrong-password',
  'old-password',
  'two-factor',
  /** A security check before anything else; `checkpoint` of the options says which. */
  'checkpoint',
  'suspended',
  'challenge',
  'unusual-login',
  'contact-changed',
] as const;
export type Mode = (typeof MODES)[number];

/** Facebook's numbers of checkpoints: suspended, locked, and one that no detector knows. */
export const CHECKPOINTS = { suspended: '1501092823525282', locked: '828281030927956' } as const;

/** How answers travel. `hang` never answers; `half-open` sends the headers and a part, then nothing more. */
export const DELIVERIES = ['normal', 'slow', 'half-open', 'hang', 'reset', 'closed'] as const;
export type Delivery = (typeof DELIVERIES)[number];

export interface SiteState {
  readonly service: PlatformService;
  readonly accounts: readonly Account[];
  readonly sessions: SessionBook;
  readonly secrets: Secrets;
  mode: Mode;
  /** The number or word after `/checkpoint/` in mode `checkpoint`; empty for the old form without one. */
  checkpoint: string;
  delivery: Delivery;
  /** Milliseconds that `slow` waits. */
  delay: number;
  /** Whether the host shows a certificate that nobody trusts. */
  foreignCertificate: boolean;
}

/** A healthy service where nobody is signed in. */
export const freshSite = (
  service: PlatformService,
  accounts: readonly Account[],
  secrets: Secrets,
): SiteState => ({
  service,
  accounts,
  secrets,
  sessions: new SessionBook(secrets),
  mode: 'healthy',
  checkpoint: CHECKPOINTS.locked,
  delivery: 'normal',
  delay: 1500,
  foreignCertificate: false,
});

/** The account that this name and password belong to. The name may be an e-mail address, a handle or an id. */
export const accountOf = (site: SiteState, name: string, password: string): Account | null =>
  site.accounts.find(
    (account) => [account.email, account.handle, account.id].includes(name) && account.password === password,
  ) ?? null;
