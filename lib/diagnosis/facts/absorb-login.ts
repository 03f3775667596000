import type { LoginOutcome } from '../../model/observation.ts';
import { DOUBLED, DOUBLED_BEFORE_THE_PAGE, SAME_REFUSAL } from '../numbers/windows.ts';
import { noteIn, noteRefusal } from './refusals.ts';
import type { ServiceFacts } from './service-facts.ts';
import { see } from './signs.ts';
import { noteAnswer, type World } from './world.ts';

/** Takes in what came of a sign-in. It opens no incident. */
export const absorbLogin = (world: World, facts: ServiceFacts, outcome: LoginOutcome, at: number): void => {
  noteAnswer(world, facts, at);
  if (outcome === 'rejected') {
    const since = at - facts.rejectedAt;
    const pageBetween = facts.refusalPageAt >= facts.rejectedAt;
    // What repeats a refusal begins no new time for repeats: else one who tries again and again is refused once.
    if (since <= DOUBLED || (since <= DOUBLED_BEFORE_THE_PAGE && !pageBetween)) return;
    facts.rejectedAt = at;
    if (at - facts.wrongPasswordAt <= SAME_REFUSAL) facts.wrongPasswordAt = -Infinity;
    else noteRefusal(facts, at);
    return;
  }
  if (outcome === 'accepted') {
    facts.signedIn = true;
    if (facts.otherAccount) return;
    noteIn(facts, at);
  }
  see(facts.signs, `login:${outcome}`, at);
  if (outcome === 'error') {
    facts.lastFailureAt = at;
    facts.failsInside = true;
  }
};
