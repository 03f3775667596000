import type { PageKind } from '../../model/page-kind.ts';
import { SAME_REFUSAL } from '../numbers/windows.ts';
import { noteRefusal } from './absorb-login.ts';
import type { ServiceFacts } from './service-facts.ts';
import { see } from './signs.ts';
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

/** Takes a page in. Returns whether it opens an incident. */
export const absorbPage = (world: World, facts: ServiceFacts, page: PageKind, at: number): boolean => {
  if (page !== 'blocked') noteAnswer(world, facts, at);
  if (page === 'home') {
    facts.signedIn = true;
    facts.lastSuccessAt = at;
    facts.errorAt = -Infinity;
    facts.failsInside = false;
    return false;
  }
  if (page === 'wrong-password') {
    // The page that a refused sign-in leads to is the same refusal.
    if (at - facts.rejectedAt <= SAME_REFUSAL) return false;
    facts.wrongPasswordAt = at;
    noteRefusal(facts, at);
    return false;
  }
  see(facts.signs, `page:${page}`, at);
  if (page === 'error' || page === 'unavailable') {
    facts.lastFailureAt = at;
    facts.failsInside = true;
  }
  const sessionGone = (page === 'login' || page === 'public') && facts.signedIn === true;
  if (sessionGone || page === 'session-expired') {
    see(facts.signs, 'session-lost', at);
    facts.signedIn = false;
  }
  return sessionGone || OPENING.has(page);
};
