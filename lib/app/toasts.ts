import type { ToastContent } from '../messaging/toast.ts';
import type { ServiceId } from '../model/service-id.ts';
import { watchedService, type Job } from './job.ts';

/** A toast younger than this is put back when its page is replaced by the next one. */
const FOLLOWS_MS = 15_000;

/** The newest toast of a service that the person has not closed, or null. */
export const standingToast = (job: Job, service: ServiceId): ToastContent | null => {
  const standing = Object.values(job.state.toasts)
    .filter(({ content, closed }) => content.service === service && !closed)
    .sort((a, b) => b.at - a.at)[0];
  return standing?.content ?? null;
};

/** The person closed or pressed the toast of an incident: it is not put back. */
export const closeToast = (job: Job, incident: string): void => {
  const toast = job.state.toasts[incident];
  if (!toast) return;
  job.state = { ...job.state, toasts: { ...job.state.toasts, [incident]: { ...toast, closed: true } } };
};

/** A page that replaces the one with the toast, as the sign-in page does after a forced sign-out, gets it too. */
export const followWithToast = async (job: Job, service: ServiceId, tabId: number): Promise<void> => {
  const young = Object.values(job.state.toasts).some(
    ({ content, at, closed }) => content.service === service && !closed && job.at - at <= FOLLOWS_MS,
  );
  if (young) await job.parts.tabs.injectToast(tabId);
};

/** What was told of an incident is taken away: the notification, and the toast in the service's tabs. */
export const withdraw = async (job: Job, incident: string): Promise<void> => {
  const { parts } = job;
  await parts.notifications.clear(incident);
  const told = job.state.toasts[incident];
  if (!told) return;
  const { [incident]: _gone, ...toasts } = job.state.toasts;
  job.state = { ...job.state, toasts };
  const service = watchedService(job, told.content.service);
  const tabs = service ? await parts.tabs.ofServices([service]) : [];
  await Promise.all(tabs.map(({ id }) => parts.tabs.sendToast(id, null)));
};
