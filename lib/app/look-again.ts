import type { ServiceId } from '../model/service-id.ts';
import { toMillis } from '../model/timestamp.ts';
import { watchedServices, type Job } from './job.ts';

/** While an incident is this young the feed is asked as at its opening, so that news of an outage comes within minutes. */
const BEGINNING_MS = 10 * 60_000;

/** The job as one that was not begun by something that happened to the person: what was measured is taken in. */
export const asRoutine = (job: Job): Job => {
  job.routine = true;
  return job;
};

/** What is open is looked at again, though nothing has happened but that time has passed. */
export const lookAgain = (job: Job): void => {
  job.routine = job.open.every(({ openedAt }) => job.at - toMillis(openedAt) > BEGINNING_MS);
  job.reassess = true;
  for (const { service } of job.open) job.suspects.add(service);
};

/** While an incident is open, the service's tabs are asked what they show. */
export const askPages = async (job: Job): Promise<void> => {
  const open = new Set<ServiceId>(job.open.map(({ service }) => service));
  const { services, tabs } = job.parts;
  const affected = watchedServices(services, job.settings).filter(({ id }) => open.has(id));
  if (affected.length === 0) return;
  await Promise.all((await tabs.ofServices(affected)).map(({ id }) => tabs.askForPage(id)));
};
