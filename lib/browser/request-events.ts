import { serviceOfUrl, WATCHABLE_SERVICES, type ServiceDefinition } from '../services/index.ts';
import { browser, type WebRequest } from './extension-api.ts';
import { IS_FIREFOX } from './is-firefox.ts';
import { deletesSessionCookie } from './set-cookie.ts';
import type { BackgroundEvents, SeenRequest } from './ports.ts';

type RequestEvents = Pick<
  BackgroundEvents,
  | 'navigationAnswered'
  | 'navigationFailed'
  | 'signInSent'
  | 'signInAnswered'
  | 'signOutSent'
  | 'sessionCookieDeletedByServer'
>;

interface Details {
  readonly url: string;
  readonly tabId: number;
  readonly incognito?: boolean | undefined;
}

/** The request as the project sees it, or null for a private window's and for a stranger's. */
const seen = (details: Details): SeenRequest | null => {
  const service = serviceOfUrl(details.url);
  if (!service || details.incognito === true) return null;
  return { service: service.id, tabId: details.tabId, url: details.url };
};

/** Other sites may make a person's browser call a sign-out address; only the service's own pages count. */
const isOwn = (details: { url: string; initiator?: string; originUrl?: string }): boolean => {
  const from = details.originUrl ?? details.initiator;
  return from === undefined || from === 'null' || serviceOfUrl(from) === serviceOfUrl(details.url);
};

const isForm = (details: { method: string }): boolean => details.method === 'POST';

const hostsOf = (services: readonly ServiceDefinition[]): string[] => services.flatMap(({ hosts }) => hosts);

/** Binds the requests of the watched services to the background. Only addresses, statuses and names are looked at. */
export const listenToRequests = (events: RequestEvents): void => {
  const { webRequest } = browser;
  const pages: WebRequest.RequestFilter = { urls: hostsOf(WATCHABLE_SERVICES), types: ['main_frame'] };
  const types: WebRequest.ResourceType[] = ['main_frame', 'xmlhttprequest'];
  const signIns = { urls: WATCHABLE_SERVICES.flatMap(({ signInRequests }) => signInRequests), types };
  const signOuts = { urls: WATCHABLE_SERVICES.flatMap(({ signOutRequests }) => signOutRequests), types };

  webRequest.onCompleted.addListener((details) => {
    const request = seen(details);
    if (request) events.navigationAnswered({ ...request, status: details.statusCode });
  }, pages);
  webRequest.onErrorOccurred.addListener((details) => {
    const request = seen(details);
    if (request) events.navigationFailed({ ...request, error: details.error });
  }, pages);
  webRequest.onBeforeRequest.addListener((details) => {
    const request = seen(details);
    if (request && isForm(details)) events.signInSent(request);
    return undefined;
  }, signIns);
  webRequest.onCompleted.addListener((details) => {
    const request = seen(details);
    if (request && isForm(details)) events.signInAnswered({ ...request, status: details.statusCode });
  }, signIns);
  webRequest.onBeforeRequest.addListener((details) => {
    const request = seen(details);
    if (request && isOwn(details)) events.signOutSent(request);
    return undefined;
  }, signOuts);

  if (!IS_FIREFOX) return;
  // Firefox gives the same cause for a server's deletion as for a local one: the answer's header tells them apart.
  const listen = (filter: WebRequest.RequestFilter): void =>
    webRequest.onHeadersReceived.addListener(
      (details) => {
        const request = seen(details);
        const service = serviceOfUrl(details.url);
        if (request && service && deletesSessionCookie(details.responseHeaders ?? [], service, Date.now()))
          events.sessionCookieDeletedByServer(request);
        return undefined;
      },
      filter,
      ['responseHeaders'],
    );
  listen(pages);
  listen({ ...signIns, types: ['xmlhttprequest'] });
  listen({ ...signOuts, types: ['xmlhttprequest'] });
};
