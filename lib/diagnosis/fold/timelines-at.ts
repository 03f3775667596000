import { diagnose } from '../diagnose.ts';
import { explain } from '../explain.ts';
import type { IncidentTimeline } from '../incident-timeline.ts';
import { nextChecks } from '../next-checks.ts';
import { trialsOf } from '../trials.ts';
import { whatWouldChange } from '../what-would-change.ts';
import { timelineOf } from './close-incident.ts';
import { closeDue, type Fold } from './incident-fold.ts';
import type { OpenIncident } from './open-incident.ts';
import { sceneOf } from './scene.ts';

/** The verdict of an open incident at `at`, with what is worth asking, and what would change it where that is wanted. */
const currentOf = (fold: Fold, incident: OpenIncident, at: number, withChanges: boolean) => {
  const now = diagnose(sceneOf(fold, incident, at), incident.last?.decision ?? null);
  const trials = trialsOf(fold, incident, now, at);
  const verdict = explain(now, nextChecks(now, trials));
  if (!withChanges) return verdict;
  // Where no shared status was ever read there may be none to say anything.
  const told = trials.filter(({ fact }) => fact.check !== 'feed' || fold.world.feedReadAt > -Infinity);
  return { ...verdict, wouldChange: [...whatWouldChange(now, told)] };
};

/** All incidents as they are at `at`, in order of opening; the open ones with a fresh diagnosis. */
export const timelinesAt = (fold: Fold, at: number, withChanges = false): readonly IncidentTimeline[] => {
  closeDue(fold, at, true);
  const open = [...fold.open.values()].map((incident) =>
    timelineOf(incident, null, null, currentOf(fold, incident, at, withChanges)),
  );
  return [...fold.closed, ...open].sort(
    (a, b) => a.openedAt - b.openedAt || (a.service < b.service ? -1 : a.service > b.service ? 1 : 0),
  );
};
