import { EMPTY_OUTBOX } from '../feed/reports/outbox.ts';
import type { FromPages } from '../messaging/from-pages.ts';
import { toMillis, toTimestamp } from '../model/timestamp.ts';
import type { ServiceId } from '../model/service-id.ts';
import type { Settings } from '../model/settings.ts';
import type { Job } from './job.ts';
import { hurryOfficial } from './official.ts';
import type { Done } from './page-backend.ts';
import type { Parts } from './parts.ts';
import { withdrawReports } from './report.ts';
import { EMPTY_RUN_STATE } from './run-state.ts';
import { sweepSessions } from './sweep.ts';
import { withdraw } from './toasts.ts';

const DONE: Done = { ok: true };
const NO_SUCH_INCIDENT: Done = { ok: false, reason: 'no such incident' };

/** Does what one of the extension's own pages asks for. */
export const obey = async (job: Job, command: FromPages): Promise<Done> => {
  switch (command.type) {
    case 'answer':
      return say(job, command.service, command.question, command.answer);
    case 'signed-out':
      return say(job, command.service, 'was-signed-in', 'yes');
    case 'check-again':
      job.suspects.add(command.service);
      hurryOfficial(job);
      job.reassess = true;
      return DONE;
    case 'close-incident':
      return closeIncident(job, command.incident);
    case 'write-note':
      return writeNote(job, command.incident, command.note);
    case 'remove-incident':
      return removeIncident(job, command.incident);
    case 'erase-all':
      return eraseAll(job);
    case 'use-feed':
      await choose(job, { ...job.settings, feed: 'own' });
      await withdrawReports(job);
      job.parts.changed();
      return DONE;
    case 'write-settings':
      await choose(job, command.settings);
      job.reassess = true;
      return DONE;
    case 'dismiss-trouble':
      await job.parts.troubles.clear(command.trouble);
      job.parts.changed();
      return DONE;
    case 'hosts-changed':
      await keepConsent(job);
      await job.parts.tabs.registerSensors();
      await sweepSessions(job, false);
      hurryOfficial(job);
      job.parts.changed();
      return DONE;
    case 'refresh':
      await keepConsent(job);
      return DONE;
  }
};

/** Whoever takes the permission to send back in the browser's own settings has switched reports off. */
const keepConsent = async (job: Job): Promise<void> => {
  if (!job.settings.reports || (await job.parts.permissions.mayReport())) return;
  await choose(job, { ...job.settings, reports: false });
  job.parts.changed();
};

/** The person's choices hold from here on, in this job too. Reports that wait are for the feed that was chosen then. */
const choose = async (job: Job, settings: Settings): Promise<void> => {
  await job.parts.settings.write(settings);
  const isSameFeed = settings.feed === job.settings.feed;
  job.settings = settings;
  if (!settings.reports || !isSameFeed) await withdrawReports(job);
};

/** Tries a feed of the person's own and keeps it when it is good; else says what is wrong with it. */
export const adoptFeed = async (
  parts: Parts,
  { base, trust }: Extract<FromPages, { type: 'use-feed' }>,
): Promise<Done | null> => {
  const adopted = await parts.feed.adopt(base, trust);
  return adopted.ok ? null : { ok: false, reason: adopted.fault };
};

const say = (
  job: Job,
  service: ServiceId,
  question: Extract<FromPages, { type: 'answer' }>['question'],
  answer: Extract<FromPages, { type: 'answer' }>['answer'],
): Done => {
  job.log.push({ at: toTimestamp(job.at), service, kind: 'answer', question, answer });
  job.suspects.add(service);
  return DONE;
};

const closeIncident = async (job: Job, id: string): Promise<Done> => {
  const incident = job.open.find((open) => open.id === id);
  if (!incident) return NO_SUCH_INCIDENT;
  const closures = await job.parts.closures.read();
  await job.parts.closures.write([...closures, { service: incident.service, at: job.at }]);
  job.reassess = true;
  return DONE;
};

const writeNote = async (job: Job, id: string, note: string): Promise<Done> => {
  const incident = await job.parts.incidents.get(id);
  if (!incident) return NO_SUCH_INCIDENT;
  await job.parts.incidents.put([{ ...incident, note }]);
  job.parts.changed();
  return DONE;
};

/** Takes an incident and its part of the log away: what is erased must not come back with the next diagnosis. */
const removeIncident = async (job: Job, id: string): Promise<Done> => {
  const incident = await job.parts.incidents.get(id);
  if (!incident) return NO_SUCH_INCIDENT;
  const until = incident.closedAt === null ? job.at : toMillis(incident.closedAt);
  await job.parts.log.removeSpan(incident.service, toMillis(incident.openedAt), until);
  await job.parts.incidents.remove(id);
  await withdraw(job, id);
  job.open = job.open.filter((open) => open.id !== id);
  job.reassess = true;
  return DONE;
};

const eraseAll = async (job: Job): Promise<Done> => {
  await job.parts.log.erase();
  await job.parts.incidents.erase();
  await job.parts.closures.write([]);
  await job.parts.outbox.write(EMPTY_OUTBOX);
  for (const id of Object.keys(job.state.toasts)) await withdraw(job, id);
  job.open = [];
  job.state = EMPTY_RUN_STATE;
  job.log.length = 0;
  job.reassess = true;
  return DONE;
};
