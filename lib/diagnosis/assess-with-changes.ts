import type { Observation } from '../model/observation.ts';
import { foldUpTo } from './assess.ts';
import { diagnose } from './diagnose.ts';
import { timelinesAt } from './fold/incident-fold.ts';
import { sceneOf } from './fold/scene.ts';
import type { Closure, IncidentTimeline } from './incident-timeline.ts';
import { whatWouldChange } from './what-would-change.ts';

/**
 * As `assess`, and with each current verdict what would change it (`wouldChange`). For what is shown to a person: it
 * costs some twenty diagnoses more for each open incident.
 */
export const assessWithChanges = (
  observations: readonly Observation[],
  at: number,
  closures: readonly Closure[] = [],
): readonly IncidentTimeline[] => {
  const fold = foldUpTo(observations, at, closures);
  return timelinesAt(fold, at).map((timeline) => {
    const incident = timeline.current && fold.open.get(timeline.service);
    if (!timeline.current || !incident) return timeline;
    const now = diagnose(sceneOf(fold, incident, at), incident.last?.decision ?? null);
    const wouldChange = [...whatWouldChange(fold, incident, now, at)];
    return { ...timeline, current: { ...timeline.current, wouldChange } };
  });
};
