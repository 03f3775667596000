import type { ServiceId } from '../model/service-id.ts';

/** Gives a service's name as the company writes it. */
export type NameOf = (service: ServiceId) => string;

/** The host of a site of the person's own (`site:<host>`), which is also its name; null for a known service. */
export const siteHost = (service: ServiceId): string | null =>
  service.startsWith('site:') ? service.slice('site:'.length) : null;

/**
 * Makes the function that names services.
 * @param known names of the known services; what is in neither is called by its id
 */
export const namesFrom =
  (known: readonly { readonly id: ServiceId; readonly name: string }[]): NameOf =>
  (service) =>
    known.find(({ id }) => id === service)?.name ?? siteHost(service) ?? service;
