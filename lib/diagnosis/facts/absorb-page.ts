import type { PageKind } from '../../model/page-kind.ts';
import { DOUBLED, LATE_PAGE, SAME_CHANGE, SAME_REFUSAL } from '../numbers/windows.ts';
import { noteIn, noteRefusal } from './refusals.ts';
import type { ServiceFacts } from './service-facts.ts';
import { settleBeforeLoss, settleFailures } from './settle-failures.ts';
import { lastOf, see } from './signs.ts';
import { noteAnswer, type World } from './world.ts';

/** Pages that open an incident by themselves. */
const OPENING: ReadonlySet<PageKind> = new Set<PageKind>([
  'session-expired',
  'old-password',
  'checkpoint',
  'unusual-login',
  'contact-changed',
  'locked',
  'suspended',
  'rate-limited',
  'error',
  'unavailable',
  'storage-lost',
  'blocked',
]);

/** Pages that are news of the account: what failed and worked again before has no part in them. */
const ABOUT_THE_ACCOUNT: ReadonlySet<PageKind> = new Set<PageKind>([
  'old-password',
  'checkpoint',
  'unusual-login',
  'contact-changed',
  'locked',
  'suspended',
]);

/** A sign-in page told within seconds of the sign-in that it led to: the page from before, not another loss. */
const isLate = ({ signs }: ServiceFacts, at: number): boolean =>
  signs.has('session-lost') && at - lastOf(signs, 'login:accepted', 'started') <= LATE_PAGE;

/**
 * "That was me" speaks of what was seen up to then (rule S1): a changed contact that is seen a good while after it was
 * seen before is another change, and so is an old password of somebody who was in since. It stands again and is asked about.
 */
const forgetOlderAnswer = (facts: ServiceFacts, page: PageKind, at: number): void => {
  const question = page === 'contact-changed' ? 'changed-contact-yourself' : 'changed-password-yourself';
  const last = lastOf(facts.signs, `page:${page}`);
  if (facts.answers.get(question) !== 'yes' || last === -Infinity || at - last <= SAME_CHANGE) return;
  if (page === 'old-password' && facts.inAt <= last) return;
  const answers = new Map(facts.answers);
  answers.delete(question);
  facts.answers = answers;
};

/** Takes a page in. Returns whether it opens an incident. */
export const absorbPage = (world: World, facts: ServiceFacts, page: PageKind, at: number): boolean => {
  if (page !== 'blocked') noteAnswer(world, facts, at);
  if (page === 'home') {
    facts.signedIn = true;
    facts.lastSuccessAt = at;
    facts.errorAt = -Infinity;
    facts.failsInside = false;
    if (!facts.otherAccount) noteIn(facts, at);
    return false;
  }
  if (page === 'wrong-password') {
    const doubled = at - facts.refusalPageAt <= DOUBLED;
    facts.refusalPageAt = at;
    // The page that a refused sign-in leads to is the same refusal.
    if (doubled || at - facts.rejectedAt <= SAME_REFUSAL) return false;
    facts.wrongPasswordAt = at;
    noteRefusal(facts, at);
    return false;
  }
  if (page === 'contact-changed' || page === 'old-password') forgetOlderAnswer(facts, page, at);
  const sessionGone =
    (page === 'login' || page === 'public') && facts.signedIn === true && !isLate(facts, at);
  if (sessionGone || page === 'session-expired') settleBeforeLoss(facts, at);
  else if (ABOUT_THE_ACCOUNT.has(page)) settleFailures(facts, at, !facts.signs.has('session-lost'));
  see(facts.signs, `page:${page}`, at);
  if (page === 'error' || page === 'unavailable') {
    facts.lastFailureAt = at;
    facts.failsInside = true;
  }
  if (sessionGone || page === 'session-expired') {
    see(facts.signs, 'session-lost', at);
    facts.signedIn = false;
  }
  return sessionGone || OPENING.has(page);
};
