import type { PageKind } from '../../model/page-kind.ts';

/**
 * What the browser itself knows around a page report. A page can be written by anybody; these facts can't.
 */
export interface PageCircumstances {
  /** The service's own sign-in, security or recovery address, as the browser reports it. */
  readonly onSecurityAddress: boolean;
  /** A session of the service ended lately, or a sign-in was really sent lately. */
  readonly afterEndOrSignIn: boolean;
  /** A session of the service is or was known here. */
  readonly sessionKnown: boolean;
  /** An incident of the service is open. */
  readonly incidentOpen: boolean;
}

/** Direct evidence: counts only on security addresses and after an end or a sign-in. */
const DIRECT: readonly PageKind[] = ['old-password', 'contact-changed'];
/** Account pages: count only on security addresses. */
const ACCOUNT: readonly PageKind[] = ['wrong-password', 'unusual-login', 'checkpoint', 'locked', 'suspended'];
/** What any visitor sees: says something only of somebody who was signed in here. */
const VISITOR: readonly PageKind[] = ['login', 'public', 'session-expired', 'two-factor'];

/**
 * Whether a reported page kind may enter the log. What others write on a watched host must never count as a sign:
 * the worst that a hostile page can reach is one `watch`.
 */
export const mayCount = (page: PageKind, seen: PageCircumstances): boolean => {
  if (DIRECT.includes(page)) return seen.onSecurityAddress && seen.afterEndOrSignIn;
  if (ACCOUNT.includes(page)) return seen.onSecurityAddress;
  if (VISITOR.includes(page)) return seen.sessionKnown || seen.incidentOpen || seen.afterEndOrSignIn;
  return true;
};

/** Page kinds that are a second sign for a session cookie that has just vanished. */
export const isSecondSign = (page: PageKind): boolean =>
  page !== 'home' && page !== 'blocked' && page !== 'error';
