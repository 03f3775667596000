import { closeRuns } from '../sensing/requests/fold.ts';
import { noteConnectivity } from './handle/connectivity.ts';
import type { Job } from './job.ts';
import type { Parts } from './parts.ts';

/** Reads what a job works with. */
export const openJob = async (parts: Parts): Promise<Job> => {
  const [state, book, settings, open] = await Promise.all([
    parts.run.read(),
    parts.book.read(),
    parts.settings.read(),
    parts.incidents.open(),
  ]);
  const at = parts.now();
  return {
    at,
    parts,
    settings,
    open,
    state,
    book,
    log: [],
    suspects: new Set(),
    askAgain: new Set(),
    routine: false,
    reassess: false,
  };
};

/**
 * Writes what a job has found. The log comes first: should the worker be killed after it, the jar and the log still
 * give the truth; the other way round, an end could be lost.
 */
export const writeJob = async (job: Job, before: Pick<Job, 'state' | 'book'>): Promise<void> => {
  const closed = closeRuns(job.state.runs, job.at);
  if (closed.runs.length !== job.state.runs.length) job.state = { ...job.state, runs: [...closed.runs] };
  job.log.push(...closed.log);
  if (job.suspects.size > 0) noteConnectivity(job, job.parts.online() ? 'online' : 'offline');
  if (job.log.length > 0) await job.parts.log.append(job.log);
  await Promise.all([
    job.state === before.state ? null : job.parts.run.write(job.state),
    job.book === before.book ? null : job.parts.book.write(job.book),
  ]);
};
