import type { ServiceId } from '../../model/service-id.ts';

/** Services that share one sign-in: they inform each other (rule S9). */
const FAMILIES: readonly (readonly ServiceId[])[] = [['facebook', 'instagram', 'messenger', 'threads']];

/** Services of one owner: when one is unreachable, another failing too does not point at the person's network. */
const HOUSES: readonly (readonly ServiceId[])[] = [
  ['facebook', 'instagram', 'messenger', 'threads', 'whatsapp', 'whatsapp-business'],
];

const without = (groups: readonly (readonly ServiceId[])[], service: ServiceId): readonly ServiceId[] =>
  groups.find((group) => group.includes(service))?.filter((other) => other !== service) ?? [];

/** The other services that share this one's sign-in. */
export const linkedTo = (service: ServiceId): readonly ServiceId[] => without(FAMILIES, service);

const houseOf = new Map<ServiceId, number>(
  HOUSES.flatMap((house, index) => house.map((service) => [service, index] as const)),
);

/** Whether two services belong to one owner. */
export const sameHouse = (one: ServiceId, other: ServiceId): boolean =>
  one === other || (houseOf.has(one) && houseOf.get(one) === houseOf.get(other));
