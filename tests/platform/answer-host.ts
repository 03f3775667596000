import type { Control } from './control.ts';
import { answerControl } from './control-api.ts';
import { nothing, type Answer, type PlatformRequest } from './exchange.ts';
import { answerFacebook } from './facebook/site.ts';
import type { FeedFront } from './feed/feed-front.ts';
import type { FeedHost } from './feed/feed-host.ts';
import { CONTROL_HOST, FEED_HOST, OTHER_HOST, SECOND_FEED_HOST, serviceAt, STATUS_HOST } from './hosts.ts';
import type { PlatformService } from './hosts.ts';
import { answerInstagram } from './instagram/site.ts';
import { answerMessenger } from './messenger/site.ts';
import { answerPortal } from './other/captive-portal.ts';
import { answerOfficialStatus } from './other/official-status.ts';
import { answerOtherSite } from './other/other-site.ts';
import { answerThreads, answerWhatsapp, answerX } from './simple/front-doors.ts';
import type { SiteState } from './site-state.ts';

type Site = (request: PlatformRequest, state: SiteState) => Answer;

/** One line a service: where its pages are. */
const SITES: Readonly<Record<PlatformService, Site>> = {
  facebook: answerFacebook,
  instagram: answerInstagram,
  messenger: answerMessenger,
  threads: answerThreads,
  whatsapp: answerWhatsapp,
  x: answerX,
};

export interface World {
  readonly sites: Readonly<Record<PlatformService, SiteState>>;
  readonly control: Control;
  readonly feed: FeedHost;
  readonly feedFront: FeedFront;
}

/** Who answers a host name. A captive portal answers for all but the control host; an unknown name gets 404. */
export const answerHost = async (request: PlatformRequest, world: World): Promise<Answer> => {
  const { sites, control, feed, feedFront } = world;
  if (request.host === CONTROL_HOST) return answerControl(request, control);
  if (control.portal !== null) return answerPortal(control.portal, request);
  if (request.path === '/favicon.ico') return nothing();
  const service = serviceAt(request.host);
  if (service) return SITES[service](request, sites[service]);
  switch (request.host) {
    case FEED_HOST:
    case SECOND_FEED_HOST:
      return feedFront.to === null ? feed.answer(request) : feedFront.answer(request);
    case STATUS_HOST:
      return answerOfficialStatus(request, control.official);
    case OTHER_HOST:
      return answerOtherSite();
    default:
      return nothing(404);
  }
};
