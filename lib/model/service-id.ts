import { z, type Infer } from './zod.ts';

/** Services that the project knows by name. `whatsapp-business` has a status but no page that is watched. */
export const SERVICE_IDS = [
  'facebook',
  'instagram',
  'messenger',
  'threads',
  'whatsapp',
  'x',
  'whatsapp-business',
] as const;

const SITE = /^site:[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** The id of a known service, or `site:<host>` for a site that the person added. */
export const serviceId = z.union([
  z.enum(SERVICE_IDS),
  z.string().check(z.regex(SITE, 'expected a known service id or site:<host>')),
]);
export type KnownServiceId = (typeof SERVICE_IDS)[number];
export type ServiceId = Infer<typeof serviceId>;
