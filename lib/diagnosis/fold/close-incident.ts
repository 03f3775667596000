import type { Cause } from '../../model/cause.ts';
import type { Verdict } from '../../model/verdict.ts';
import { factsOf } from '../facts/world.ts';
import { forgetIncident } from '../facts/service-facts.ts';
import { linkedTo } from '../numbers/families.ts';
import { priorOf } from '../prior.ts';
import type { IncidentTimeline } from '../incident-timeline.ts';
import type { Fold } from './incident-fold.ts';
import type { OpenIncident } from './open-incident.ts';

/** The incident in the words of the outside. */
export const timelineOf = (
  { id, service, openedAt, verdicts }: OpenIncident,
  closedAt: number | null,
  closedBy: IncidentTimeline['closedBy'],
  current: Verdict | null,
): IncidentTimeline => ({ id, service, openedAt, closedAt, closedBy, verdicts: [...verdicts], current });

/** What was said in the end, and was certain at some time, informs the prior of the next incident. */
const learned = (
  history: ReadonlyMap<Cause, number>,
  { last, verdicts }: OpenIncident,
): ReadonlyMap<Cause, number> => {
  if (!last || last.decision === 'unclear') return history;
  const { decision } = last;
  if (!verdicts.some(({ verdict }) => verdict.cause === decision && verdict.certainty === 'confident'))
    return history;
  return new Map(history).set(decision, (history.get(decision) ?? 0) + 1);
};

/** Closes an incident at `at` and forgets what belonged to it. */
export const closeIncident = (
  fold: Fold,
  incident: OpenIncident,
  at: number,
  by: NonNullable<IncidentTimeline['closedBy']>,
): void => {
  const facts = factsOf(fold.world, incident.service);
  const history = learned(facts.history, incident);
  if (history !== facts.history) {
    facts.history = history;
    facts.prior = priorOf(history);
  }
  const { lostSession, course } = incident;
  const { signs, answers } = facts;
  facts.former = by === 'recovered' ? { closedAt: at, lostSession, signs, answers, course } : null;
  forgetIncident(facts);
  fold.open.delete(incident.service);
  // What it told of services that share its sign-in is gone with it.
  for (const service of linkedTo(incident.service)) {
    const linked = fold.open.get(service);
    if (linked) linked.changesAt = -Infinity;
  }
  fold.closed.push(timelineOf(incident, at, by, null));
};
