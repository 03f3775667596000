import type { ToastContent } from '../messaging/toast.ts';
import type { ServiceId } from '../model/service-id.ts';
import { openIncident, watchedService, type Job } from './job.ts';
import type { RunState } from './run-state.ts';

/** A toast younger than this is put back when its page is replaced by the next one. */
const FOLLOWS_MS = 15_000;

type Standing = RunState['toasts'][string];

/** The newest toast of a service that the person has not closed, or undefined. */
const standing = (job: Job, service: ServiceId): Standing | undefined =>
  Object.values(job.state.toasts)
    .filter(({ content, closed }) => content.service === service && !closed)
    .sort((a, b) => b.at - a.at)[0];

const note = (job: Job, toast: Standing): void => {
  job.state = { ...job.state, toasts: { ...job.state.toasts, [toast.content.incident]: toast } };
};

/** A page is about to show the toast of its service: what it says, or null when there is nothing to say. */
export const giveToast = (job: Job, service: ServiceId): ToastContent | null => {
  const toast = standing(job, service);
  if (!toast) return null;
  note(job, { ...toast, shown: true });
  return toast.content;
};

/** The person closed or pressed the toast of an incident: it is not put back. */
export const closeToast = (job: Job, incident: string): void => {
  const toast = job.state.toasts[incident];
  if (toast) note(job, { ...toast, closed: true });
};

/**
 * A page that replaces the one with the toast, as the sign-in page does after a forced sign-out, gets it too; so does
 * the next page of the service while the incident is open and none has shown it yet, since nobody was looking at one.
 */
export const followWithToast = async (job: Job, service: ServiceId, tabId: number): Promise<void> => {
  const toast = job.settings.notify.toast && standing(job, service);
  if (!toast) return;
  const isNews = !toast.shown && openIncident(job, service) !== null;
  if (isNews || job.at - toast.at <= FOLLOWS_MS) await job.parts.tabs.injectToast(tabId);
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
