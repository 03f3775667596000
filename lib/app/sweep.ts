import type { Job } from './job.ts';
import { watchedServices } from './job.ts';
import { confirmEndings, settled } from './handle/confirm-endings.ts';
import { reconcileSession } from './handle/reconcile-session.ts';

/** Compares every watched session with the jar: at start-up, after a worker's death, when hosts were granted. */
export const sweepSessions = async (job: Job, browserStarted: boolean): Promise<void> => {
  const stores = await job.parts.cookies.stores();
  for (const service of watchedServices(job.parts.services, job.settings))
    for (const store of stores) await reconcileSession(job, service.id, store);
  const gone = browserStarted ? job.state.pendings.filter(({ cause }) => cause === 'missing') : settled(job);
  await confirmEndings(job, gone, browserStarted);
};
