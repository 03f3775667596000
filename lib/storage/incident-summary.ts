import { alarm, certainty, decision } from '../model/cause.ts';
import { currentVerdict, type Incident } from '../model/incident.ts';
import { serviceId } from '../model/service-id.ts';
import { toMillis } from '../model/timestamp.ts';
import { z } from '../model/zod.ts';
import type { IncidentSummary, SummaryQuery } from './stores.ts';

const millis = z.number().check(z.gte(0));

/** A summary as it is stored. It is derived: when one does not parse, all are made again from the incidents. */
export const incidentSummary = z.object({
  id: z.string().check(z.minLength(1)),
  service: serviceId,
  openedAt: millis,
  closedAt: z.nullable(millis),
  cause: decision,
  certainty,
  alarm,
  note: z.string(),
});

/** The light record of an incident: what stands now. */
export const summarise = (incident: Incident): IncidentSummary => {
  const { cause: causeNow, certainty: certaintyNow, alarm: alarmNow } = currentVerdict(incident).verdict;
  return {
    id: incident.id,
    service: incident.service,
    openedAt: toMillis(incident.openedAt),
    closedAt: incident.closedAt === null ? null : toMillis(incident.closedAt),
    cause: causeNow,
    certainty: certaintyNow,
    alarm: alarmNow,
    note: incident.note,
  };
};

const ACCENTS = /\p{Diacritic}/gu;
const fold = (text: string): string => text.normalize('NFD').replace(ACCENTS, '').toLowerCase();

/** The test that a query makes of each summary; its limit is for the caller. */
export const matcher = (query: SummaryQuery): ((summary: IncidentSummary) => boolean) => {
  const { service, cause, from = -Infinity, to = Infinity } = query;
  const words = fold(query.text ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return (summary) => {
    if (service !== undefined && summary.service !== service) return false;
    if (cause !== undefined && summary.cause !== cause) return false;
    if (summary.openedAt < from || summary.openedAt > to) return false;
    if (words.length === 0) return true;
    const text = fold(`${summary.service} ${summary.cause} ${summary.note}`);
    return words.every((word) => text.includes(word));
  };
};

const lastIdFirst = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);

/** For sorting: the one opened last comes first; equal times by id, so that the order is always the same. */
export const newestFirst = (a: IncidentSummary, b: IncidentSummary): number =>
  b.openedAt - a.openedAt || lastIdFirst(a.id, b.id);

/** The same order for whole incidents. */
export const incidentsNewestFirst = (a: Incident, b: Incident): number =>
  toMillis(b.openedAt) - toMillis(a.openedAt) || lastIdFirst(a.id, b.id);

/** Which of these must go under a retention, as ids; see `IncidentStore.retain`. */
export const beyondRetention = (
  summaries: readonly IncidentSummary[],
  since: number,
  count: number,
): string[] =>
  [...summaries]
    .sort(newestFirst)
    .filter((one, place) => one.closedAt !== null && (place >= count || one.openedAt < since))
    .map((one) => one.id);
