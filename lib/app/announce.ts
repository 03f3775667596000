import type { Alarm, Decision } from '../model/cause.ts';
import { currentVerdict, type Incident, type Notice } from '../model/incident.ts';
import { mayBeOver } from '../model/outage-over.ts';
import type { Settings } from '../model/settings.ts';
import type { Verdict } from '../model/verdict.ts';

/** Something that the person is to be told now. `cause` null: it is over, or the outage is. */
export interface Announcement {
  readonly incident: Incident;
  readonly cause: Decision | null;
  readonly alarm: Alarm;
  /** Whether a system notification may be shown; a toast may always. */
  readonly mayNotify: boolean;
}

/** That an outage is over counts as told where there was no way to tell it, too. */
const isTold = ({ channel, cause }: Notice): boolean => channel !== 'badge' || cause === null;

const isSame = (last: Notice | undefined, { cause, alarm }: Pick<Verdict, 'cause' | 'alarm'>): boolean =>
  last?.cause === cause && last.alarm === alarm;

const isQuiet = (hours: Settings['notify']['quietHours'], minuteOfDay: number): boolean => {
  if (!hours) return false;
  const { from, to } = hours;
  return from <= to ? minuteOfDay >= from && minuteOfDay < to : minuteOfDay >= from || minuteOfDay < to;
};

/**
 * What is to be told of an incident, or null: its first verdict, each change of cause or alarm, and once that it is
 * over when an outage was told; to who is still signed out, that one can try again. What was told stands in the incident, so that nothing is told twice, also after the
 * worker was killed between telling and writing.
 * @param isBack the service works again for others (see `isBackForOthers`)
 * @param minuteOfDay local minutes since midnight, for the quiet hours; `act` is told in them too
 */
export const announce = (
  incident: Incident,
  settings: Settings,
  minuteOfDay: number,
  isBack = false,
): Announcement | null => {
  const told = incident.notices.filter(isTold);
  const last = told.at(-1);
  const quiet = isQuiet(settings.notify.quietHours, minuteOfDay);

  if (incident.closedAt !== null) {
    const wasOutage = last?.cause === 'outage';
    if (incident.closedBy !== 'recovered' || !wasOutage) return null;
    return { incident, cause: null, alarm: 'none', mayNotify: !quiet };
  }
  const { verdict } = currentVerdict(incident);
  // Who was told that it is over hears no more of that outage, unless there is trouble again.
  if (isBack ? !last || last.cause === null : isSame(last, verdict)) return null;
  if (last?.cause === null && mayBeOver(verdict)) return null;
  if (!settings.notify.alarms.includes(verdict.alarm)) return null;
  return {
    incident,
    cause: isBack ? null : verdict.cause,
    alarm: verdict.alarm,
    mayNotify: verdict.alarm === 'act' || !quiet,
  };
};

/** The badge of the toolbar icon: the gravest of what is open. */
export const badgeOf = (open: readonly Incident[]): 'act' | 'watch' | 'calm' | 'none' => {
  const alarms = open.map((incident) => currentVerdict(incident).verdict.alarm);
  if (alarms.includes('act')) return 'act';
  if (alarms.includes('watch')) return 'watch';
  return open.length > 0 ? 'calm' : 'none';
};
