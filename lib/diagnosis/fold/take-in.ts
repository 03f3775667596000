import type { Observation, ObservationKind } from '../../model/observation.ts';
import type { ServiceId } from '../../model/service-id.ts';
import { beginCourse, followCourse, followNetwork } from '../course/follow-course.ts';
import { meaningOf } from '../course/meaning.ts';
import { directEvidenceStands } from '../direct-evidence.ts';
import { absorb } from '../facts/absorb.ts';
import { ERRORS } from '../facts/absorb-request.ts';
import { forgetBefore, lastOf, Signs, type Sighting, type Sign } from '../facts/signs.ts';
import type { Former, ServiceFacts } from '../facts/service-facts.ts';
import { factsOf, type World } from '../facts/world.ts';
import { linkedTo } from '../numbers/families.ts';
import { BEFORE_OPENING } from '../numbers/windows.ts';
import { LINKED, NETWORK, OWN, REQUESTS, WORDS } from '../what-changed.ts';
import type { Fold } from './incident-fold.ts';
import { openIncident, type OpenIncident } from './open-incident.ts';
import { barsAccount, followRecovery, noteClosing } from './recovery.ts';

type OfService = Exclude<Observation, { service: null }>;

/** What belongs to no incident is forgotten after a while. */
const forgetOld = (facts: ServiceFacts, at: number): void => {
  const since = at - BEFORE_OPENING;
  forgetBefore(facts.signs, since, facts.signedIn === false);
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

/** What is seen of a service may change everything of its own, but for these kinds (bits of `what-changed.ts`). */
const MAY_CHANGE: { readonly [kind in ObservationKind]?: number } = {
  request: REQUESTS,
  official: WORDS,
  feed: OWN | WORDS,
};

const touchLinked = (open: Fold['open'], service: ServiceId): void => {
  for (const linked of linkedTo(service)) {
    const incident = open.get(linked);
    if (incident) incident.changed |= LINKED;
  }
};

/** Whether any open incident may take two times for different ones: none looks back further than this before its opening. */
const differ = (now: number, before: number): boolean => now < before || now - before >= BEFORE_OPENING;

/** What can be seen again and again without telling linked services anything. */
const REPEATED: readonly ObservationKind[] = ['request', 'page', 'login'];

/** Whether one more of a failure changes no evidence: it was seen twice, also since the session was lost, no success since, and the network is not why. */
const isMoreOf = (before: Sighting, { signs, explainedAt }: ServiceFacts): boolean =>
  before.count > 1 &&
  before.part === undefined &&
  before.last > explainedAt &&
  before.last >= lastOf(signs, 'request:ok');

const takeInOfService = (fold: Fold, seen: OfService, at: number): void => {
  const facts = factsOf(fold.world, seen.service);
  const { direct, lastFailureAt, lastSuccessAt } = facts;
  const { changes } = facts.signs;
  const failure = seen.kind === 'request' && facts.signs.get(ERRORS[seen.outcome] as Sign);
  const incident = fold.open.get(seen.service);
  if (incident && direct) incident.heldUntil = at;
  // A count begins anew where nothing came of what was seen before.
  if (!incident && isCounted(seen)) forgetOld(facts, at);
  const opens = absorb(fold.world, seen, at).length;
  if (incident) {
    if (facts.signs.has('session-lost')) incident.lostSession = true;
    const meaning = meaningOf(seen, facts);
    const { course, lostSession } = incident;
    incident.course = followCourse(course, seen, meaning, facts, fold.world, lostSession, at);
    followRecovery(incident, seen, meaning, at);
    noteClosing(incident);
  } else if (opens > 0) open(fold, seen.service, seen, at);
  if (incident && !(failure && isMoreOf(failure, facts))) incident.changed |= MAY_CHANGE[seen.kind] ?? OWN;
  if (
    !REPEATED.includes(seen.kind) ||
    facts.signs.changes !== changes ||
    facts.direct !== direct ||
    differ(facts.lastFailureAt, lastFailureAt) ||
    differ(facts.lastSuccessAt, lastSuccessAt)
  )
    touchLinked(fold.open, seen.service);
};

/** Takes one observation in: the facts first, then what it opens, or what it means for an incident that is open. */
export const takeIn = (fold: Fold, seen: Observation, at: number): void => {
  if (seen.service !== null) {
    takeInOfService(fold, seen, at);
    return;
  }
  const opening = absorb(fold.world, seen, at);
  for (const one of fold.open.values()) {
    one.changed |= OWN | NETWORK;
    if (seen.kind === 'connectivity')
      one.course = followNetwork(one.course, one.facts, fold.world, one.lostSession);
  }
  for (const service of opening) if (!fold.open.has(service)) open(fold, service, seen, at);
};
