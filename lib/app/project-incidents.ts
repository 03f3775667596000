import type { IncidentTimeline } from '../diagnosis/index.ts';
import type { Incident } from '../model/incident.ts';
import { toTimestamp } from '../model/timestamp.ts';

const verdictsOf = (timeline: IncidentTimeline): Incident['verdicts'] => {
  const last = timeline.verdicts.at(-1);
  if (!last || timeline.current === null) return timeline.verdicts;
  return [...timeline.verdicts.slice(0, -1), { ...last, verdict: timeline.current }];
};

const isSame = (a: Incident, b: Incident): boolean =>
  JSON.stringify({ ...a, updatedAt: null }) === JSON.stringify({ ...b, updatedAt: null });

/**
 * Brings the stored incidents up to what the log says at `at` (ms). What the log does not know stays as stored: the
 * person's note and what was told. Resolves to those that changed. An open incident that the log no longer holds
 * (its part was pruned or could not be read) is closed as quiet rather than left open for ever.
 */
export const projectIncidents = (
  timelines: readonly IncidentTimeline[],
  stored: readonly Incident[],
  at: number,
): readonly Incident[] => {
  const byId = new Map(stored.map((incident) => [incident.id, incident]));
  const projected = timelines
    .filter(({ verdicts }) => verdicts.length > 0)
    .map((timeline): Incident => {
      const before = byId.get(timeline.id);
      return {
        id: timeline.id,
        service: timeline.service,
        openedAt: toTimestamp(timeline.openedAt),
        closedAt: timeline.closedAt === null ? null : toTimestamp(timeline.closedAt),
        closedBy: timeline.closedBy,
        updatedAt: toTimestamp(at),
        verdicts: verdictsOf(timeline),
        notices: before?.notices ?? [],
        note: before?.note ?? '',
      };
    });
  const known = new Set(projected.map(({ id }) => id));
  const lost = stored
    .filter(({ id, closedAt }) => closedAt === null && !known.has(id))
    .map((incident): Incident => ({
      ...incident,
      closedAt: toTimestamp(at),
      closedBy: 'quiet',
      updatedAt: toTimestamp(at),
    }));
  return [...projected, ...lost].filter((incident) => {
    const before = byId.get(incident.id);
    return before === undefined || !isSame(before, incident);
  });
};
