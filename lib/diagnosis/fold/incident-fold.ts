import type { Closure, IncidentTimeline } from '../incident-timeline.ts';
import type { ServiceId } from '../../model/service-id.ts';
import { toTimestamp } from '../../model/timestamp.ts';
import { inDetail, rediagnosed } from '../diagnose.ts';
import { explain } from '../explain.ts';
import { copyWorld, emptyWorld, factsOf, type World } from '../facts/world.ts';
import type { Timed } from '../facts/in-order.ts';
import { changedBecause, saysOtherwise } from './changed-because.ts';
import { sceneOf } from './scene.ts';
import { takeIn } from './take-in.ts';
import { changedSince, noteGrounds } from './touched.ts';
import type { OpenIncident } from './open-incident.ts';
import { closingOf } from './recovery.ts';
import { closeIncident } from './close-incident.ts';

/** The state of reading a log: what is known, what is open, what is over. It is changed by the functions below. */
export interface Fold {
  readonly world: World;
  readonly open: Map<ServiceId, OpenIncident>;
  readonly closed: IncidentTimeline[];
}

/** A fold before anything was read. */
export const emptyFold = (): Fold => ({ world: emptyWorld(), open: new Map(), closed: [] });

/** A copy to try something out on; what is closed or said on it is not kept. */
export const copyFold = (fold: Fold): Fold => {
  const world = copyWorld(fold.world);
  return {
    world,
    open: new Map(
      [...fold.open].map(([service, incident]) => [service, { ...incident, facts: factsOf(world, service) }]),
    ),
    closed: [],
  };
};

/** Closes what closes by itself up to `at` (or only before it). */
export const closeDue = (fold: Fold, at: number, inclusive: boolean): void => {
  for (const incident of fold.open.values()) {
    if (inclusive ? incident.closesAt > at : incident.closesAt >= at) continue;
    const closing = closingOf(incident);
    if (closing) closeIncident(fold, incident, closing.at, closing.by);
  }
};

/** Takes in all that was seen at one moment: what is over closes first, then incidents open. */
export const readSet = (fold: Fold, set: readonly Timed[], at: number): void => {
  closeDue(fold, at, false);
  for (const one of set) takeIn(fold, one.seen, at);
};

/**
 * Makes the diagnoses of a moment in which `set` was seen (nothing, at a re-check) and keeps each change of what is said.
 * What to ask next is a matter of now: verdicts that are kept have no `nextChecks`.
 */
export const rediagnose = (fold: Fold, at: number, set: readonly Timed[]): void => {
  closeDue(fold, at, true);
  for (const incident of fold.open.values()) {
    if (set.length === 0 && at < incident.changesAt) continue;
    const changed = changedSince(fold, incident, at);
    const before = incident.last;
    if (changed !== 0) {
      const scene = sceneOf(fold, incident, at);
      const now = rediagnosed(scene, before, changed);
      if (!before || saysOtherwise(before, now))
        incident.verdicts.push({
          at: toTimestamp(at),
          verdict: explain(inDetail(scene, now), []),
          because: before ? changedBecause(before, now) : null,
        });
      incident.last = now;
    }
    noteGrounds(fold, incident, at, changed);
  }
};

/** When (ms) the passing of time alone can next change something; Infinity while nothing is open. */
export const nextOfItself = (fold: Fold): number => {
  let next = Infinity;
  for (const incident of fold.open.values()) {
    if (incident.changesAt < next) next = incident.changesAt;
    if (incident.closesAt < next) next = incident.closesAt;
  }
  return next;
};

/** Closes the incidents that the person closed at this moment. */
export const closeByPerson = (fold: Fold, { service, at }: Closure): void => {
  closeDue(fold, at, true);
  const incident = fold.open.get(service);
  if (incident) closeIncident(fold, incident, at, 'user');
};
