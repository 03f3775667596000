import type { Job } from './job.ts';

const MONTH_MS = 30.44 * 86_400_000;

/** Lets go of what is older than the person wants to keep; the log goes with its incidents. Open incidents stay. */
export const keepRetention = async (job: Job): Promise<void> => {
  const { months, incidents } = job.settings.retention;
  const since = job.at - months * MONTH_MS;
  await job.parts.incidents.retain(since, incidents);
  const oldestOpen = Math.min(...job.open.map(({ openedAt }) => Date.parse(openedAt)));
  await job.parts.log.prune(Math.min(since, oldestOpen));
};
