import { TRUST_SIZE_LIMIT } from '../model/own-feed.ts';
import { answer, question } from '../model/question.ts';
import { serviceId } from '../model/service-id.ts';
import { settings } from '../model/settings.ts';
import { trouble } from '../model/snapshot.ts';
import { z, type Infer } from '../model/zod.ts';

const incidentId = z.string().check(z.minLength(1), z.maxLength(200));

/** What the extension's own pages may ask of the background. Reads are not here: pages read the stores themselves. */
export const fromPages = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('answer'), service: serviceId, question, answer }),
  z.strictObject({ type: z.literal('signed-out'), service: serviceId }),
  z.strictObject({ type: z.literal('check-again'), service: serviceId }),
  z.strictObject({ type: z.literal('close-incident'), incident: incidentId }),
  z.strictObject({
    type: z.literal('write-note'),
    incident: incidentId,
    note: z.string().check(z.maxLength(4000)),
  }),
  z.strictObject({ type: z.literal('remove-incident'), incident: incidentId }),
  z.strictObject({ type: z.literal('erase-all') }),
  z.strictObject({ type: z.literal('write-settings'), settings }),
  /** A feed of the person's own: an address (may be empty) and the text of a `trust.json`. */
  z.strictObject({
    type: z.literal('use-feed'),
    base: z.string().check(z.maxLength(500)),
    trust: z.string().check(z.maxLength(TRUST_SIZE_LIMIT)),
  }),
  z.strictObject({ type: z.literal('dismiss-trouble'), trouble }),
  /** A page was opened: what comes from the network may be refreshed. */
  z.strictObject({ type: z.literal('refresh') }),
  z.strictObject({ type: z.literal('hosts-changed') }),
]);
export type FromPages = Infer<typeof fromPages>;
