import { SERVICE_IDS, type KnownServiceId, type ServiceId } from '../../lib/model/service-id.ts';

const NAMES: Readonly<Record<KnownServiceId, string>> = {
  facebook: 'Facebook',
  instagram: 'Instagram',
  messenger: 'Messenger',
  threads: 'Threads',
  whatsapp: 'WhatsApp',
  x: 'X',
  'whatsapp-business': 'WhatsApp Business',
};

const known = (id: ServiceId): KnownServiceId | undefined => SERVICE_IDS.find((service) => service === id);

/** A service as its company writes it; a site of the operator's own by its host. */
export const serviceName = (id: ServiceId): string => {
  const service = known(id);
  return service === undefined ? id.replace(/^site:/, '') : NAMES[service];
};

/** Known services in their usual order, then others by name. */
export const inUsualOrder = (ids: readonly ServiceId[]): ServiceId[] => {
  const place = (id: ServiceId): number => {
    const service = known(id);
    return service === undefined ? SERVICE_IDS.length : SERVICE_IDS.indexOf(service);
  };
  return ids.toSorted((a, b) => place(a) - place(b) || a.localeCompare(b));
};
