import type { ServiceId } from '../model/service-id.ts';
import { facebook } from './facebook.ts';
import { instagram } from './instagram.ts';
import { messenger } from './messenger.ts';
import type { ServiceDefinition } from './service-definition.ts';
import { threads } from './threads.ts';
import { whatsappBusiness } from './whatsapp-business.ts';
import { whatsapp } from './whatsapp.ts';
import { x } from './x.ts';

export type { ServiceDefinition, ServiceLinks } from './service-definition.ts';

/** Every service that the project knows, in the order in which they are shown. */
export const SERVICES: readonly ServiceDefinition[] = [
  facebook,
  instagram,
  messenger,
  threads,
  whatsapp,
  x,
  whatsappBusiness,
];

/** Those with pages that can be watched. */
export const WATCHABLE_SERVICES: readonly ServiceDefinition[] = SERVICES.filter(
  ({ hosts }) => hosts.length > 0,
);

/** The service with this id; null for a site of the person's own and for an unknown word. */
export const serviceById = (id: ServiceId): ServiceDefinition | null =>
  SERVICES.find((service) => service.id === id) ?? null;

const isWithin = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

/** The service that a host name (lower case, no port) belongs to, or null. Look-alikes such as `notfacebook.com` don't. */
export const serviceOfHost = (host: string): ServiceDefinition | null =>
  SERVICES.find(({ domains }) => domains.some((domain) => isWithin(host, domain))) ?? null;

/** The service that an address belongs to; null for another site, another scheme than http(s), or no address at all. */
export const serviceOfUrl = (address: string): ServiceDefinition | null => {
  const url = URL.parse(address);
  return url && /^https?:$/.test(url.protocol) ? serviceOfHost(url.hostname) : null;
};

/** The service that a cookie's domain (with or without a leading dot) belongs to by its session, or null. */
export const serviceOfCookieDomain = (domain: string): ServiceDefinition | null => {
  const bare = domain.replace(/^\./, '');
  return (
    SERVICES.find((service) => service.sessionCookies.length > 0 && isWithin(bare, service.cookieDomain)) ??
    null
  );
};

/** Whether an address is one of the service's own sign-in, security or recovery addresses, on its main site. */
export const isSecurityAddress = (service: ServiceDefinition, address: string): boolean => {
  const url = URL.parse(address);
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    service.mainHosts.test(url.hostname) &&
    service.securityPaths.some((test) => test.test(url.pathname + url.search))
  );
};
