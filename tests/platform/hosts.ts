/**
 * The host names that the platform plays. Browsers under test resolve these to the platform and no others, so no test
 * can reach a live site.
 */
export const PLATFORM_SERVICES = ['facebook', 'instagram', 'messenger', 'threads', 'whatsapp', 'x'] as const;
export type PlatformService = (typeof PLATFORM_SERVICES)[number];

export const SERVICE_HOSTS: Readonly<Record<PlatformService, readonly string[]>> = {
  facebook: ['www', 'm', 'web', 'mbasic', 'accountscenter']
    .map((name) => `${name}.facebook.com`)
    .concat('facebook.com'),
  instagram: ['www.instagram.com', 'instagram.com', 'i.instagram.com', 'accountscenter.instagram.com'],
  messenger: ['www.messenger.com', 'messenger.com'],
  threads: ['www.threads.com', 'threads.com', 'www.threads.net'],
  whatsapp: ['web.whatsapp.com', 'www.whatsapp.com'],
  x: ['x.com', 'www.x.com', 'twitter.com'],
};

/** A site that nobody watches: it tells a dead service from a dead network. */
export const OTHER_HOST = 'example.org';
/** The shared feed, the control API, the official status page, and the page of a captive portal. */
export const FEED_HOST = 'feed.outage-or-hacked.test';
export const SECOND_FEED_HOST = 'feed-2.outage-or-hacked.test';
export const CONTROL_HOST = 'control.outage-or-hacked.test';
export const STATUS_HOST = 'metastatus.com';
export const PORTAL_HOST = 'portal.outage-or-hacked.test';

export const ALL_HOSTS: readonly string[] = [
  ...PLATFORM_SERVICES.flatMap((service) => SERVICE_HOSTS[service]),
  OTHER_HOST,
  FEED_HOST,
  SECOND_FEED_HOST,
  CONTROL_HOST,
  STATUS_HOST,
  PORTAL_HOST,
];

/** The service that a host name belongs to, or null. */
export const serviceAt = (host: string): PlatformService | null =>
  PLATFORM_SERVICES.find((service) => SERVICE_HOSTS[service].includes(host)) ?? null;
