import type { ContentSender } from '../browser/ports.ts';
import type { FromContent } from '../messaging/from-content.ts';
import type { ServiceId } from '../model/service-id.ts';
import { pageReported } from './handle/page-reported.ts';
import { failedRequests, signInSent } from './handle/requests.ts';
import type { Job } from './job.ts';
import { closeToast, giveToast } from './toasts.ts';

/** Handles what a content script of a service's page said. Resolves to the answer: the toast's content, or null. */
export const heardFromContent = async (
  job: Job,
  service: ServiceId,
  message: FromContent,
  sender: ContentSender,
): Promise<unknown> => {
  switch (message.type) {
    case 'page':
      await pageReported(job, message.page, sender);
      return null;
    case 'sign-in-sent':
      signInSent(job, service);
      return null;
    case 'failed-requests':
      failedRequests(job, service, message);
      return null;
    case 'toast-ready':
      return giveToast(job, service);
    case 'toast-pressed':
      closeToast(job, message.incident);
      // A change of the words that came with the press may have put it back. What it says stands in the popup.
      await job.parts.tabs.sendToast(sender.tabId, null);
      await job.parts.tabs.openPopup(message.incident);
      return null;
    case 'toast-closed':
      closeToast(job, message.incident);
      return null;
  }
};
