import {
  afterSending,
  EMPTY_OUTBOX,
  nextSendAt,
  takeDue,
  withReport,
  type WaitingReport,
} from '../feed/reports/outbox.ts';
import { REPORT_LOOKS_BACK, reportsOf } from '../feed/reports/reports-of.ts';
import { bucketOf, type Report } from '../model/report.ts';
import { isSignedInAnywhere } from '../sensing/session/session-book.ts';
import { openIncident, type Job } from './job.ts';

/** The alarm that stands behind reports that wait. */
export const REPORT_ALARM = 'report';

const mayReport = async ({ settings, parts }: Job): Promise<boolean> =>
  settings.reports && settings.feed !== 'none' && (await parts.permissions.mayReport());

/** A service that has just answered a signed-in person, with nothing wrong about it. */
const presences = (job: Job): readonly Report[] =>
  Object.entries(job.state.seenAt)
    .filter(([service, at]) => at === job.at && !service.startsWith('site:'))
    .map(([service]) => service as Report['service'])
    .filter((service) => isSignedInAnywhere(job.book, service) && openIncident(job, service) === null)
    .map((service) => ({ v: 1, service, kind: 'presence', bucket: bucketOf(job.at) }));

/**
 * Puts into the outbox what this job has seen, if the person chose to report. Called once the log is written: a report
 * that is lost with the worker is no loss, one that is told twice would be.
 */
export const noteReports = async (job: Job): Promise<void> => {
  if (!(await mayReport(job))) return;
  const { parts, at, settings } = job;
  const recent = job.log.length > 0 ? await parts.log.read(at - REPORT_LOOKS_BACK, at) : [];
  const reports = [...reportsOf(job.log, recent), ...presences(job)];
  if (reports.length === 0) return;
  const reporting = await parts.feed.reporting(settings.feed, at);
  const before = await parts.outbox.read();
  const box = reports.reduce((all, one) => withReport(all, one, reporting, at, parts.random), before);
  await parts.outbox.write(box);
  await parts.alarms.set(REPORT_ALARM, nextSendAt(box));
  parts.changed();
};

/** The reports whose time has come. They stay in the outbox until it is known what became of them. */
export const dueReports = async (job: Job): Promise<readonly WaitingReport[]> => {
  if (!(await mayReport(job))) return [];
  const { parts, at, settings } = job;
  const reporting = await parts.feed.reporting(settings.feed, at);
  const { due, box } = takeDue(await parts.outbox.read(), reporting, at);
  await parts.outbox.write(box);
  // Also while some are on their way: should the worker be killed meanwhile, they are looked at again.
  await parts.alarms.set(REPORT_ALARM, laterThan(at, nextSendAt(box)));
  return due;
};

/** What is due already, be it on its way or waiting for a verified feed, is looked at again in a minute. */
const LOOK_AGAIN_MS = 60_000;
const laterThan = (at: number, next: number | null): number | null =>
  next === null ? null : Math.max(next, at + LOOK_AGAIN_MS);

/** Notes what became of a report. A person who chose otherwise meanwhile has an empty outbox, and it stays so. */
export const reportSent = async (job: Job, sent: WaitingReport, ok: boolean): Promise<void> => {
  if (!(await mayReport(job))) return;
  const box = afterSending(await job.parts.outbox.read(), sent, ok, job.at, job.parts.random());
  await job.parts.outbox.write(box);
  await job.parts.alarms.set(REPORT_ALARM, nextSendAt(box));
  job.parts.changed();
};

/** Reports that wait are withdrawn at once; what was told lately still counts for the limits. */
export const withdrawReports = async (job: Job): Promise<void> => {
  const { lately } = await job.parts.outbox.read();
  await job.parts.outbox.write({ ...EMPTY_OUTBOX, lately });
  await job.parts.alarms.set(REPORT_ALARM, null);
};
