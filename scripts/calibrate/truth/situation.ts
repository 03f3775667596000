import type { Cause } from '../../../lib/model/cause.ts';
import type { PageKind } from '../../../lib/model/page-kind.ts';
import type { ServiceId } from '../../../lib/model/service-id.ts';
import type { Fault } from './fault.ts';

/** How a session of one service ends, apart from faults. */
export interface PlannedEnd {
  readonly service: ServiceId;
  /** ms. */
  readonly at: number;
  readonly how: 'server' | 'in-page' | 'expiry' | 'eviction' | 'wipe' | 'session-cookie-only' | 'own';
  /** It went while the browser was closed. */
  readonly whileClosed: boolean;
  /** A wipe that spared the cookies of the device. */
  readonly sparesDevice?: boolean;
}

/** Somebody else in an account. */
export interface Thief {
  readonly passwordChanged: boolean;
  readonly contactChanged: boolean;
  /** Share of sign-ins with the former password to which the page says that it is an old one. */
  readonly oldPasswordSaid: number;
  /** The page tells of a changed address, or asks "was this you?", when the person signs in. */
  readonly contactPage: number;
  readonly unusualPage: number;
  /** Mail that tells of a change or a sign-in was sent (and reached a mailbox that the person still reads). */
  readonly mail: boolean;
  /** Posts or messages that others saw. */
  readonly posts: boolean;
}

/** The state of the person's account at one service. */
export interface Account {
  readonly thief: Thief | null;
  /** What the platform shows instead of the account; `at` in ms. */
  readonly lock: { readonly page: PageKind; readonly at: number } | null;
  /** Too many tries, or too many from this address: until when (ms). */
  readonly limitedUntil: number | null;
  readonly own: {
    readonly passwordChanged: boolean;
    readonly contactChanged: boolean;
    readonly everywhere: boolean;
    /** The person will type the former password first. */
    readonly typesOldOne: boolean;
  };
}

export const UNTOUCHED: Account = {
  thief: null,
  lock: null,
  limitedUntil: null,
  own: { passwordChanged: false, contactChanged: false, everywhere: false, typesOldOne: false },
};

/** What is wrong between this browser and the network, over a span of time (ms). */
export interface BadNetwork {
  readonly how: 'offline' | 'captive-portal' | 'blocked' | 'no-names' | 'lossy';
  readonly from: number;
  readonly until: number;
  /** Services that it touches; null: all. */
  readonly services: readonly ServiceId[] | null;
}

/** Who cleared the browser's data: the person, a setting or a tool, or nobody that the person knows of. */
export type Clearing = 'by-hand' | 'by-tool' | 'none';

/** What is really going on. Nobody in the simulation but the judge reads `causes`. */
export interface Situation {
  /** What may rightly be said of the service in focus, the truest first. */
  readonly causes: readonly [Cause, ...Cause[]];
  readonly focus: ServiceId;
  readonly watched: readonly ServiceId[];
  /** When the person first meets it (ms). */
  readonly meets: number;
  readonly faults: readonly Fault[];
  readonly ends: readonly PlannedEnd[];
  /** Accounts that are not listed are untouched. */
  readonly accounts: Readonly<Partial<Record<ServiceId, Account>>>;
  readonly network: BadNetwork | null;
  readonly clearing: Clearing;
  /** The site's own storage has failed (ms), or null. */
  readonly storageLostAt: number | null;
  /** Sessions end in a rhythm of so many ms that this person knows, or null. */
  readonly rhythm: number | null;
}

/** A healthy world in which nothing happens, to be filled in. */
export const calmSituation = (
  focus: ServiceId,
  watched: readonly ServiceId[],
  meets: number,
  causes: Situation['causes'],
): Situation => ({
  causes,
  focus,
  watched: watched.includes(focus) ? watched : [focus, ...watched],
  meets,
  faults: [],
  ends: [],
  accounts: {},
  network: null,
  clearing: 'none',
  storageLostAt: null,
  rhythm: null,
});
