import type { Incident } from '../../lib/model/incident.ts';
import { toTimestamp } from '../../lib/model/timestamp.ts';
import { REHEARSALS, type Rehearsal } from './rehearsal-verdicts.ts';

const MINUTE = 60_000;

/** A made-up incident at the step that is played, `now` in ms since 1970; null beyond the last. Nothing is stored. */
export const rehearsalIncident = (rehearsal: Rehearsal, step: number, now: number): Incident | null => {
  const verdict = REHEARSALS[rehearsal][step];
  if (!verdict) return null;
  const openedAt = toTimestamp(now - (step * 9 + 1) * MINUTE);
  return {
    id: `rehearsal-${rehearsal}`,
    service: 'facebook',
    openedAt,
    closedAt: null,
    closedBy: null,
    updatedAt: openedAt,
    verdicts: [{ at: openedAt, verdict, because: null }],
    notices: [],
    note: '',
  };
};
