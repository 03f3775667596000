import type { Observation } from '../../model/observation.ts';
import type { ServiceId } from '../../model/service-id.ts';
import { directEvidenceStands } from '../direct-evidence.ts';
import { absorbClearing } from './absorb-clearing.ts';
import { absorbConnectivity } from './absorb-connectivity.ts';
import { absorbFeed } from './absorb-feed.ts';
import { absorbLogin } from './absorb-login.ts';
import { absorbOfficial } from './absorb-official.ts';
import { absorbPage } from './absorb-page.ts';
import { absorbRequest } from './absorb-request.ts';
import { absorbSession } from './absorb-session.ts';
import { noteRefusedEverywhere } from './refused-everywhere.ts';
import type { ServiceFacts } from './service-facts.ts';
import { settleFailures } from './settle-failures.ts';
import { see } from './signs.ts';
import { factsOf, noteNetworkWorks, type World } from './world.ts';

type OfService = Exclude<Observation, { service: null }>;

const noteFeedRead = (world: World, tellsOfOutage: boolean, at: number): void => {
  world.feedReadAt = at;
  if (tellsOfOutage) return;
  world.calmFeedReadAt = at;
  noteNetworkWorks(world, at);
};

const absorbOfService = (world: World, facts: ServiceFacts, seen: OfService, at: number): boolean => {
  switch (seen.kind) {
    case 'session':
      return absorbSession(world, facts, seen, at);
    case 'logout':
      see(facts.signs, `logout:${seen.scope}`, at);
      facts.signedIn = false;
      return false;
    case 'page':
      return absorbPage(world, facts, seen.page, at);
    case 'login':
      absorbLogin(world, facts, seen.outcome, at);
      return false;
    case 'request':
      return absorbRequest(world, facts, seen, at);
    case 'feed':
      absorbFeed(facts, seen, at);
      if (seen.state === 'verified') noteFeedRead(world, seen.entry.status === 'outage', at);
      return false;
    case 'official':
      absorbOfficial(facts, seen, at);
      return false;
    case 'answer':
      // The last yes or no counts; "unsure" changes nothing, but the person did speak.
      if (seen.answer !== 'unsure') facts.answers = new Map(facts.answers).set(seen.question, seen.answer);
      // Who says that they were signed in until now was thrown out now, not when something failed long ago.
      if (seen.question === 'was-signed-in' && seen.answer === 'yes') settleFailures(facts, at, false);
      return true;
  }
};

/**
 * Takes one observation into the facts. `at` is its time in ms.
 * @returns the services for which it opens an incident (where none is open).
 */
export const absorb = (world: World, seen: Observation, at: number): readonly ServiceId[] => {
  if (seen.kind === 'connectivity') return absorbConnectivity(world, seen, at);
  if (seen.kind === 'clearing') {
    absorbClearing(world, seen.sites, at);
    return [];
  }
  const facts = factsOf(world, seen.service);
  const opens = absorbOfService(world, facts, seen, at);
  noteRefusedEverywhere(facts, at);
  facts.direct = directEvidenceStands(facts);
  return opens ? [seen.service] : [];
};
