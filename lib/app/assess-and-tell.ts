import { assessWithChanges, recheckTimes, RETAIN_LOG } from '../diagnosis/index.ts';
import { currentVerdict, type Incident } from '../model/incident.ts';
import type { Observation } from '../model/observation.ts';
import { toMillis, toTimestamp } from '../model/timestamp.ts';
import type { SessionBook } from '../sensing/session/session-book.ts';
import { announce, badgeOf } from './announce.ts';
import type { Job } from './job.ts';
import { projectIncidents } from './project-incidents.ts';
import { tell } from './tell.ts';
import { isBackForOthers } from './way-back.ts';
import { withdraw } from './toasts.ts';

/** The name of the alarm for the diagnosis' fixed re-checks. */
export const RECHECK_ALARM = 'recheck';

/** Sessions that began before the part of the log that is read; the diagnosis must know that there was one. */
const carriedSessions = (book: SessionBook, from: number): Observation[] =>
  book
    .filter(({ present, changedAt }) => present && changedAt < from)
    .map((entry) => ({
      at: toTimestamp(entry.changedAt),
      service: entry.service,
      kind: 'session',
      change: 'started',
      by: 'unknown',
      ...(entry.account === null ? {} : { account: entry.account }),
    }));

/**
 * Diagnoses the log as it stands, brings the stored incidents up to it, and tells the person what is new. Resolves
 * to the moment (ms) of the next re-check, or null while nothing is open.
 */
export const assessAndTell = async (job: Job): Promise<number | null> => {
  const { parts, at } = job;
  const oldestOpen = Math.min(...job.open.map(({ openedAt }) => toMillis(openedAt)));
  const from = Math.min(at, oldestOpen) - RETAIN_LOG;
  const observations = [...carriedSessions(job.book, from), ...(await parts.log.read(from, at))];
  const timelines = assessWithChanges(observations, at, await parts.closures.read());

  const stored = await storedOf(
    job,
    timelines.map(({ id }) => id),
  );
  const changed = projectIncidents(timelines, stored, at);
  const open = openAfter(job.open, changed);
  const back = open.filter((incident) => isBackForOthers(incident, observations, job.book));
  // Told first: a worker that is killed before it is written tells it again in its place, not never.
  await parts.incidents.put(await tellOf(job, changed, back));
  await showBadge(job, open);
  parts.changed();

  const next = open.length > 0 ? recheckTimes(observations, at) : null;
  await parts.alarms.set(RECHECK_ALARM, next);
  return next;
};

const storedOf = async (job: Job, ids: readonly string[]): Promise<readonly Incident[]> => {
  const openIds = new Set(job.open.map(({ id }) => id));
  const others = await Promise.all(
    ids.filter((id) => !openIds.has(id)).map((id) => job.parts.incidents.get(id)),
  );
  return [...job.open, ...others.filter((incident) => incident !== null)];
};

const openAfter = (before: readonly Incident[], changed: readonly Incident[]): readonly Incident[] => {
  const byId = new Map([...before, ...changed].map((incident) => [incident.id, incident]));
  return [...byId.values()].filter(({ closedAt }) => closedAt === null);
};

/** Tells what is new of the incidents that changed or whose service is back; resolves to them with what was told. */
const tellOf = async (
  job: Job,
  changed: readonly Incident[],
  back: readonly Incident[],
): Promise<readonly Incident[]> => {
  const texts = await job.parts.texts(job.settings.language);
  const clock = new Date(job.at);
  const minuteOfDay = clock.getHours() * 60 + clock.getMinutes();
  const told: Incident[] = [];
  for (const incident of new Set([...changed, ...back])) {
    const announcement = announce(incident, job.settings, minuteOfDay, back.includes(incident));
    const notices = announcement ? await tell(job, announcement, texts) : [];
    if (!announcement && incident.closedAt !== null) await takeBack(job, incident);
    if (notices.length > 0 || changed.includes(incident))
      told.push({ ...incident, notices: [...incident.notices, ...notices] });
  }
  return told;
};

const showBadge = async (job: Job, open: readonly Incident[]): Promise<void> => {
  const texts = await job.parts.texts(job.settings.language);
  await job.parts.badge.set(badgeOf(open), badgeTitle(job, open, texts.t('app.name')));
};

/** The icon's tooltip: the name, and below it the headline of each open incident. */
const badgeTitle = (job: Job, open: readonly Incident[], name: string): string =>
  [name, ...open.flatMap(({ id }) => job.state.toasts[id]?.content.headline ?? [])].join('\n');

/** What was told of an incident that is over without a word of recovery is taken away. */
const takeBack = async (job: Job, incident: Incident): Promise<void> => {
  if (!job.state.toasts[incident.id]) return;
  // What asks the person to act stays until they have seen it; who closed the incident has.
  if (incident.closedBy !== 'user' && currentVerdict(incident).verdict.alarm === 'act') return;
  await withdraw(job, incident.id);
};
