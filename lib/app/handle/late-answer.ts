import type { ContentSender } from '../../browser/ports.ts';
import type { PageKind } from '../../model/page-kind.ts';
import { isSecondSign } from '../../sensing/pages/page-gate.ts';
import { HEADER_BELONGS_MS } from '../../sensing/session/ending.ts';
import { serviceOfUrl } from '../../services/index.ts';
import type { Job } from '../job.ts';

/** In Firefox the answer that deleted a cookie may be told this much later than the page that came with it. */
export const LATE_ANSWER_MS = 400;

/**
 * Whether this page is a second sign for a removal of which it is not known yet who did it: where the browser does not
 * say so, the answer's own headers will, and they may come after the page.
 */
export const waitsForAnswer = (job: Job, page: PageKind | null, sender: ContentSender): boolean => {
  const service = serviceOfUrl(sender.url)?.id;
  if (job.parts.explicitMeansLocal || service === undefined || page === null || !isSecondSign(page))
    return false;
  const own = job.state.pendings.find(
    (pending) => pending.store === sender.store && pending.service === service,
  );
  const { loggedOutAt, deletedByServerAt } = job.state;
  const isExplained = [loggedOutAt[service], deletedByServerAt[service]].some(
    (at) => at !== undefined && own !== undefined && Math.abs(own.at - at) <= HEADER_BELONGS_MS,
  );
  return own?.cause === 'explicit' && !isExplained && job.at - own.at < LATE_ANSWER_MS;
};
