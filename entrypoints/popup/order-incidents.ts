import type { Alarm } from '../../lib/model/cause.ts';
import { currentVerdict, type Incident } from '../../lib/model/incident.ts';
import { toMillis } from '../../lib/model/timestamp.ts';

const GRAVITY: Readonly<Record<Alarm, number>> = { act: 2, watch: 1, none: 0 };
const RECENT_MS = 60 * 60_000;

const gravity = (incident: Incident): number => GRAVITY[currentVerdict(incident).verdict.alarm];

/** Open incidents, the gravest first and of equals the newest; the asked-for one before all. */
export const openIncidents = (incidents: readonly Incident[], askedFor: string | null): readonly Incident[] =>
  incidents
    .filter(({ closedAt }) => closedAt === null)
    .toSorted(
      (a, b) =>
        Number(b.id === askedFor) - Number(a.id === askedFor) ||
        gravity(b) - gravity(a) ||
        toMillis(b.openedAt) - toMillis(a.openedAt),
    );

/** What recovered within the last hour, of each service the newest, unless something is open there again. */
export const recentlyRecovered = (incidents: readonly Incident[], now: number): readonly Incident[] =>
  incidents
    .filter(
      ({ closedAt, closedBy }) =>
        closedAt !== null && closedBy === 'recovered' && now - toMillis(closedAt) < RECENT_MS,
    )
    .filter(({ service }) => !incidents.some((other) => other.service === service && other.closedAt === null))
    .toSorted((a, b) => toMillis(b.closedAt ?? b.updatedAt) - toMillis(a.closedAt ?? a.updatedAt))
    .filter(({ service }, index, all) => all.findIndex((other) => other.service === service) === index);
