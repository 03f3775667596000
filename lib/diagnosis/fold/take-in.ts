import type { Observation } from '../../model/observation.ts';
import type { ServiceId } from '../../model/service-id.ts';
import { beginCourse, followCourse, followNetwork } from '../course/follow-course.ts';
import { meaningOf } from '../course/meaning.ts';
import { directEvidenceStands } from '../direct-evidence.ts';
import { absorb } from '../facts/absorb.ts';
import { forgetBefore, Signs } from '../facts/signs.ts';
import type { Former, ServiceFacts } from '../facts/service-facts.ts';
import { factsOf, type World } from '../facts/world.ts';
import { BEFORE_OPENING } from '../numbers/windows.ts';
import type { Fold } from './incident-fold.ts';
import { openIncident, type OpenIncident } from './open-incident.ts';
import { barsAccount, followRecovery, noteClosing } from './recovery.ts';

/** What belongs to no incident is forgotten after a while. */
const forgetOld = (facts: ServiceFacts, at: number): void => {
  const since = at - BEFORE_OPENING;
  forgetBefore(facts.signs, since, facts.signedIn === false);
  if (facts.refusals.some((time) => time < since))
    facts.refusals = facts.refusals.filter((time) => time >= since);
};

/** A feed and an official word leave no sign; how often a request worked tells nothing. */
const isCounted = (seen: Observation): boolean =>
  seen.kind !== 'feed' && seen.kind !== 'official' && !(seen.kind === 'request' && seen.outcome === 'ok');

/** Who answers shortly after being in again speaks of the incident that is just over: it is taken up again. */
const takeUp = (facts: ServiceFacts, former: Former, at: number): OpenIncident => {
  facts.signs = new Signs([...former.signs, ...facts.signs]);
  facts.answers = new Map([...former.answers, ...facts.answers]);
  facts.direct = directEvidenceStands(facts);
  return {
    ...openIncident(facts, at, former.lostSession, former.course),
    signedIn: true,
    recoveredAt: at,
  };
};

const begin = (world: World, service: ServiceId, seen: Observation, at: number): OpenIncident => {
  const facts = factsOf(world, service);
  forgetOld(facts, at);
  const { former } = facts;
  facts.former = null;
  if (former && seen.kind === 'answer' && at - former.closedAt <= BEFORE_OPENING)
    return takeUp(facts, former, at);
  facts.direct = directEvidenceStands(facts);
  // Who says that something is wrong where nothing was seen cannot get in; only getting in shows the contrary.
  const lostSession = facts.signs.has('session-lost') || seen.kind === 'answer';
  const course = beginCourse(facts, world, lostSession, at);
  return { ...openIncident(facts, at, lostSession, course), barred: barsAccount(seen) };
};

const open = (fold: Fold, service: ServiceId, seen: Observation, at: number): void => {
  const incident = begin(fold.world, service, seen, at);
  noteClosing(incident);
  fold.open.set(service, incident);
};

/** Takes one observation in: the facts first, then what it opens, or what it means for an incident that is open. */
export const takeIn = (fold: Fold, seen: Observation, at: number): void => {
  const incident = seen.service === null ? undefined : fold.open.get(seen.service);
  if (incident?.facts.direct) incident.heldUntil = at;
  // A count begins anew where nothing came of what was seen before.
  if (!incident && seen.service !== null && isCounted(seen)) forgetOld(factsOf(fold.world, seen.service), at);
  const opening = absorb(fold.world, seen, at);
  if (incident && seen.service !== null) {
    const { facts } = incident;
    if (facts.signs.has('session-lost')) incident.lostSession = true;
    const meaning = meaningOf(seen, facts);
    const { course, lostSession } = incident;
    incident.course = followCourse(course, seen, meaning, facts, fold.world, lostSession, at);
    followRecovery(incident, seen, meaning, at);
    noteClosing(incident);
  }
  if (seen.kind === 'connectivity')
    for (const one of fold.open.values())
      one.course = followNetwork(one.course, one.facts, fold.world, one.lostSession);
  for (const service of opening) if (!fold.open.has(service)) open(fold, service, seen, at);
};
