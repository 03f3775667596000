import type { LoginOutcome } from '../../model/observation.ts';
import { SAME_REFUSAL } from '../numbers/windows.ts';
import { feedHolds, showsTrouble } from './feed-fact.ts';
import type { ServiceFacts } from './service-facts.ts';
import { see } from './signs.ts';
import { noteAnswer, type World } from './world.ts';

/** A password was refused; while the feed shows trouble that says nothing about the password. */
export const noteRefusal = (facts: ServiceFacts, at: number): void => {
  const trouble = feedHolds(facts.feed, at) && showsTrouble(facts.feed);
  see(facts.signs, trouble ? 'refused-in-trouble' : 'refused', at);
};

/** Takes in what came of a sign-in. It opens no incident. */
export const absorbLogin = (world: World, facts: ServiceFacts, outcome: LoginOutcome, at: number): void => {
  noteAnswer(world, facts, at);
  if (outcome === 'rejected') {
    facts.rejectedAt = at;
    if (at - facts.wrongPasswordAt <= SAME_REFUSAL) facts.wrongPasswordAt = -Infinity;
    else noteRefusal(facts, at);
    return;
  }
  see(facts.signs, `login:${outcome}`, at);
  if (outcome === 'accepted') facts.signedIn = true;
  if (outcome === 'error') {
    facts.lastFailureAt = at;
    facts.failsInside = true;
  }
};
