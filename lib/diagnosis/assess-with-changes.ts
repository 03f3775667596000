import type { Observation } from '../model/observation.ts';
import { foldUpTo } from './assess.ts';
import { timelinesAt } from './fold/timelines-at.ts';
import type { Closure, IncidentTimeline } from './incident-timeline.ts';

/** As `assess`, and with each current verdict what would change it (`wouldChange`): for what is shown to a person. */
export const assessWithChanges = (
  observations: readonly Observation[],
  at: number,
  closures: readonly Closure[] = [],
): readonly IncidentTimeline[] => timelinesAt(foldUpTo(observations, at, closures), at, true);
