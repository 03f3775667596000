import type { Cause, Decision } from '../../../lib/model/cause.ts';
import type { Incident } from '../../../lib/model/incident.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import type { ServiceId } from '../../../lib/model/service-id.ts';
import { toTimestamp } from '../../../lib/model/timestamp.ts';
import type { Verdict } from '../../../lib/model/verdict.ts';

export const NOON = Date.parse('2024-03-05T12:00:00.000Z');
export const MINUTE = 60_000;

export const pageSeen = (millis: number, page: 'login' | 'error' = 'login'): Observation => ({
  at: toTimestamp(millis),
  service: 'facebook',
  kind: 'page',
  page,
});

export const logout = (millis: number, scope: 'here' | 'everywhere'): Observation => ({
  at: toTimestamp(millis),
  service: 'instagram',
  kind: 'logout',
  scope,
});

const probabilities = (main: Decision): Record<Cause, number> => ({
  outage: main === 'outage' ? 0.92 : 0.01,
  'security-reset': 0.01,
  'account-compromise': main === 'outage' ? 0.01 : 0.92,
  'account-locked': 0.01,
  'rate-limited': 0.01,
  'session-expired': 0.01,
  'signed-out': 0.01,
  'browser-cleared': 0.01,
  network: 0.01,
});

const verdict = (cause: Decision): Verdict => ({
  cause,
  certainty: 'confident',
  alarm: cause === 'account-compromise' ? 'act' : 'none',
  probabilities: probabilities(cause),
  reasons: [
    { evidence: 'session-ended-by-server', towards: 'outage', weight: 1.2 },
    { evidence: 'feed-outage', towards: 'outage', weight: 3.4, detail: { count: 4200, seconds: 40 } },
  ],
  alsoPossible: ['session-expired'],
  nextChecks: [{ type: 'question', question: 'works-on-another-device', gain: 0.3 }],
});

export interface IncidentChanges {
  readonly service?: ServiceId;
  readonly closedAt?: number | null;
  readonly cause?: Decision;
  readonly note?: string;
}

/** An incident opened at a time in milliseconds; closed an hour later unless told otherwise. */
export const incidentOf = (id: string, openedAt: number, changes: IncidentChanges = {}): Incident => {
  const { service = 'facebook', closedAt = openedAt + 60 * MINUTE, cause = 'outage', note = '' } = changes;
  return {
    id,
    service,
    openedAt: toTimestamp(openedAt),
    closedAt: closedAt === null ? null : toTimestamp(closedAt),
    closedBy: closedAt === null ? null : 'recovered',
    updatedAt: toTimestamp(openedAt),
    verdicts: [
      { at: toTimestamp(openedAt), verdict: { ...verdict('unclear'), alarm: 'watch' }, because: null },
      { at: toTimestamp(openedAt + MINUTE), verdict: verdict(cause), because: 'feed-outage' },
    ],
    notices: [{ at: toTimestamp(openedAt), channel: 'toast', cause, alarm: 'none' }],
    note,
  };
};
