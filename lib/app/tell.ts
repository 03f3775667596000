import type { ToastContent } from '../messaging/toast.ts';
import type { Notice } from '../model/incident.ts';
import { toTimestamp } from '../model/timestamp.ts';
import { noticeWords } from '../text/notice-words.ts';
import { namesFrom } from '../text/service-names.ts';
import type { Texts } from '../text/texts.ts';
import { watchedService, type Job } from './job.ts';
import type { Announcement } from './announce.ts';

/** The toast of an announcement, words ready-made. */
export const toastOf = (job: Job, announcement: Announcement, texts: Texts): ToastContent => {
  const { incident, cause, alarm } = announcement;
  return {
    incident: incident.id,
    service: incident.service,
    cause,
    alarm,
    ...noticeWords(texts, incident, namesFrom(job.parts.services), cause === null),
    language: texts.language,
    direction: texts.direction,
    theme: job.settings.theme,
  };
};

/**
 * Tells an announcement: a toast in the service's tabs that are being looked at, and a notification when none is in
 * front. Telling it again replaces what is there, so a worker that is killed before the notices are written repeats
 * nothing visible. Resolves to what was told, for the incident.
 */
export const tell = async (
  job: Job,
  announcement: Announcement,
  texts: Texts,
): Promise<readonly Notice[]> => {
  const { parts, settings } = job;
  const { incident, cause, alarm } = announcement;
  const service = watchedService(job, incident.service);
  const toast = toastOf(job, announcement, texts);
  const told = (channel: Notice['channel']): Notice => ({ at: toTimestamp(job.at), channel, cause, alarm });

  const tabs = service ? await parts.tabs.ofServices([service]) : [];
  const looked = settings.notify.toast ? tabs.filter(({ active }) => active) : [];
  const shown = await Promise.all(looked.map(({ id }) => showToast(job, id, toast)));
  const standing = { content: toast, at: job.at, shown: shown.includes(true), closed: false };
  job.state = { ...job.state, toasts: { ...job.state.toasts, [incident.id]: standing } };
  const inFront = looked.some(({ focused }, index) => focused && shown[index]);

  const notify = settings.notify.system && announcement.mayNotify && !inFront;
  if (notify) await parts.notifications.show(incident.id, toast.headline, toast.line, alarm === 'act');
  else if (inFront) await parts.notifications.clear(incident.id);
  const notices = [
    ...(shown.includes(true) ? [told('toast')] : []),
    ...(notify ? [told('notification')] : []),
  ];
  return notices.length > 0 || cause !== null ? notices : [told('badge')];
};

/** A toast that stands is changed in place; where none stands, one is put in, and asks for its content by itself. */
const showToast = async (job: Job, tabId: number, toast: ToastContent): Promise<boolean> =>
  (await job.parts.tabs.sendToast(tabId, toast)) || (await job.parts.tabs.injectToast(tabId));
