import type { ServiceId } from '../../model/service-id.ts';

/** Services that share one sign-in: they inform each other (rule S9). */
const FAMILIES: readonly (readonly ServiceId[])[] = [['facebook', 'instagram', 'messenger', 'threads']];

/** Services of one owner: when one is unreachable, another failing too does not point at the person's network. */
const HOUSES: readonly (readonly ServiceId[])[] = [
  ['facebook', 'instagram', 'messenger', 'threads', 'whatsapp', 'whatsapp-business'],
];

const NONE: readonly ServiceId[] = [];
const family = new Map<ServiceId, readonly ServiceId[]>(
  FAMILIES.flatMap((group) =>
    group.map((service) => [service, group.filter((other) => other !== service)] as const),
  ),
);

/** The other services that share this one's sign-in. */
export const linkedTo = (service: ServiceId): readonly ServiceId[] => family.get(service) ?? NONE;

const houseOf = new Map<ServiceId, number>(
  HOUSES.flatMap((house, index) => house.map((service) => [service, index] as const)),
);

/** What tells the owners apart: the same for two services of one owner, and for no others. */
export const ownerOf = (service: ServiceId): number | ServiceId => houseOf.get(service) ?? service;
