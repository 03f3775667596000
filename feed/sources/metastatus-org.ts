import { serviceId, type ServiceId } from '../../lib/model/service-id.ts';
import { z, type Infer } from '../../lib/model/zod.ts';
import { readingOf, type OfficialReading, type Said } from '../../lib/official/official-reading.ts';
import { under } from './source-fields.ts';

/**
 * An organisation of metastatus.com and the service that its word is about. None of them is Facebook or Instagram as
 * people use it; the nearest is `facebook-login`.
 */
export const metastatusOrg = z.strictObject({
  org: z
    .string()
    .check(z.regex(/^[a-z0-9-]{1,64}$/, 'expected the id of an organisation, such as facebook-login')),
  service: serviceId,
});
export type MetastatusOrg = Infer<typeof metastatusOrg>;

/** Every service that some of the organisations speak of, once. */
export const servicesOf = (orgs: readonly MetastatusOrg[]): ServiceId[] => [
  ...new Set(orgs.map(({ service }) => service)),
];

/** What an organisation says as a reading about its service, with the address of the organisation's own page. */
export const orgReading = (
  source: string,
  base: string,
  { org, service }: MetastatusOrg,
  said: Said,
): OfficialReading => readingOf(source, service, said, under(base, org));
