import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { makeAccounts, type Account } from './accounts.ts';
import { answerHost, type World } from './answer-host.ts';
import { makeCertificates } from './certificate.ts';
import { makeControl, type Control } from './control.ts';
import { deliver } from './deliver.ts';
import { page, type Answer, type PlatformRequest } from './exchange.ts';
import { FeedFront } from './feed/feed-front.ts';
import { FeedHost } from './feed/feed-host.ts';
import { makeTrust, PLATFORM_FEED, type FeedKeys } from './feed/trust.ts';
import { ALL_HOSTS, CONTROL_HOST, serviceAt } from './hosts.ts';
import type { PlatformService } from './hosts.ts';
import { isDnsRequest, serveDns } from './dns-over-https.ts';
import { Names } from './name-server.ts';
import { readRequest } from './read-request.ts';
import { RequestLog } from './request-log.ts';
import { Secrets } from './secrets.ts';
import { freshSite, type SiteState } from './site-state.ts';
import { startTlsServer } from './tls-server.ts';

/** A running platform. Browsers reach every host of `hosts` at `127.0.0.1:port`. */
export interface Platform {
  readonly port: number;
  readonly hosts: readonly string[];
  /** The authority's certificate (PEM) and the hash of the platform's key, for browsers to trust. */
  readonly authority: string;
  readonly spki: string;
  readonly accounts: readonly Account[];
  readonly control: Control;
  readonly feed: FeedHost;
  /** What stands before a real feed server, once it is told where that is; until then `feed` answers. */
  readonly feedFront: FeedFront;
  readonly requests: RequestLog;
  /** Which names exist, for browsers that ask the platform's own name server. */
  readonly names: Names;
  /** Every password, cookie value and id of this run, for the search that must find none. */
  readonly secrets: Secrets;
  /** What a visitor without cookies is answered at a host and path; `GET`, past all troubles of the way. */
  ask(host: string, path: string): Promise<Answer>;
  dropConnections(): void;
  close(): Promise<void>;
}

type Sites = Readonly<Record<PlatformService, SiteState>>;

const makeSites = (accounts: readonly Account[], secrets: Secrets): Sites => ({
  facebook: freshSite('facebook', accounts, secrets),
  instagram: freshSite('instagram', accounts, secrets),
  messenger: freshSite('messenger', accounts, secrets),
  threads: freshSite('threads', accounts, secrets),
  whatsapp: freshSite('whatsapp', accounts, secrets),
  x: freshSite('x', accounts, secrets),
});

const serve = async (
  message: IncomingMessage,
  response: ServerResponse,
  socket: Socket | undefined,
  world: World,
  log: RequestLog,
): Promise<void> => {
  const request = await readRequest(message);
  log.add(request);
  const service = serviceAt(request.host);
  const answer = await answerHost(request, world);
  const site = service && world.sites[service];
  deliver(response, socket, answer, site?.delivery ?? 'normal', site?.delay ?? 0);
};

const visitTo = (host: string, path: string): PlatformRequest => {
  const url = new URL(path, `https://${host}`);
  return {
    method: 'GET',
    host,
    path: url.pathname,
    query: url.searchParams,
    cookies: new Map(),
    form: new URLSearchParams(),
    body: '',
    headers: {},
  };
};

/**
 * Starts the platform on a free loopback port, healthy, with nobody signed in. Throws when it can't listen. Its feed
 * signs with `feedKeys`, or with fresh ones.
 */
export const startPlatform = async (feedKeys?: FeedKeys): Promise<Platform> => {
  const secrets = new Secrets();
  const accounts = makeAccounts(secrets);
  const sites = makeSites(accounts, secrets);
  const [certificates, keys] = await Promise.all([
    makeCertificates(ALL_HOSTS),
    feedKeys ?? makeTrust(PLATFORM_FEED),
  ]);
  const feed = await FeedHost.create(keys);
  const feedFront = new FeedFront();
  const requests = new RequestLog();
  const names = new Names(ALL_HOSTS);
  const control = makeControl(sites, () => {
    server.dropConnections();
  });
  const world: World = { sites, control, feed, feedFront };
  const isForeign = (host: string): boolean => {
    if (host === CONTROL_HOST) return false;
    const service = serviceAt(host);
    return (
      control.portal === 'foreign-certificate' || (service !== null && sites[service].foreignCertificate)
    );
  };
  const server = await startTlsServer({
    certificates,
    isForeign,
    onRequest: (message, response, socket) => {
      if (isDnsRequest(message)) {
        void serveDns(message, response, names);
        return;
      }
      serve(message, response, socket, world, requests).catch((error: unknown) => {
        // A fault of the platform itself must be seen by whoever runs it, not taken for an outage that was asked for.
        console.error('the simulated platform failed', error);
        deliver(response, socket, page('the simulated platform failed', 599), 'normal', 0);
      });
    },
  });
  return {
    port: server.port,
    hosts: ALL_HOSTS,
    authority: certificates.authority,
    spki: certificates.spki,
    accounts,
    control,
    feed,
    feedFront,
    requests,
    names,
    secrets,
    ask: (host, path) => answerHost(visitTo(host, path), world),
    dropConnections: () => {
      server.dropConnections();
    },
    close: () => server.close(),
  };
};
