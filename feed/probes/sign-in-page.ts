import { SERVICE_IDS, type KnownServiceId } from '../../lib/model/service-id.ts';
import { z, type Infer } from '../../lib/model/zod.ts';
import type { Probe } from '../sources/source.ts';
import { probeSeconds, sourceAddress } from '../sources/source-fields.ts';
import { lookAtPage } from './look-at-page.ts';
import type { OwnNetwork } from './own-network.ts';
import { PAGE_MARKS } from './page-marks.ts';

/** Elsewhere the form only comes with the page's scripts, which no probe runs. */
const withForm = SERVICE_IDS.filter((id) => (PAGE_MARKS[id]?.form.length ?? 0) > 0);

export const signInPageSettings = z.strictObject({
  kind: z.literal('sign-in-page'),
  service: z.enum(withForm as [KnownServiceId, ...KnownServiceId[]]),
  everySeconds: probeSeconds,
  /** In place of the service's own sign-in page. */
  url: z.optional(sourceAddress),
});

/** Looks whether the sign-in page has a form to sign in with. */
export const signInPage = (settings: Infer<typeof signInPageSettings>, network: OwnNetwork): Probe | null => {
  const { service } = settings;
  const marks = PAGE_MARKS[service];
  const url = settings.url ?? marks?.signIn ?? null;
  if (!marks || url === null) return null;
  return lookAtPage(
    {
      name: `sign-in page of ${service}`,
      service,
      everySeconds: settings.everySeconds,
      url,
      wanted: marks.form,
      error: marks.error,
    },
    network,
  );
};
