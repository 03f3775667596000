import { SERVICE_IDS, type KnownServiceId } from '../../lib/model/service-id.ts';
import { z, type Infer } from '../../lib/model/zod.ts';
import type { Probe } from '../sources/source.ts';
import { probeSeconds, sourceAddress } from '../sources/source-fields.ts';
import { lookAtPage } from './look-at-page.ts';
import type { OwnNetwork } from './own-network.ts';
import { PAGE_MARKS } from './page-marks.ts';

const withDoor = SERVICE_IDS.filter((id) => PAGE_MARKS[id] !== undefined);

export const frontDoorSettings = z.strictObject({
  kind: z.literal('front-door'),
  service: z.enum(withDoor as [KnownServiceId, ...KnownServiceId[]]),
  everySeconds: probeSeconds,
  /** In place of the service's own front door. */
  url: z.optional(sourceAddress),
});

/** Looks whether the service itself serves its front page, and not its error page. */
export const frontDoor = (settings: Infer<typeof frontDoorSettings>, network: OwnNetwork): Probe | null => {
  const { service, url } = settings;
  const marks = PAGE_MARKS[service];
  if (!marks) return null;
  return lookAtPage(
    {
      name: `front door of ${service}`,
      service,
      everySeconds: settings.everySeconds,
      url: url ?? marks.frontDoor,
      wanted: [...marks.own, ...marks.form],
      error: marks.error,
    },
    network,
  );
};
