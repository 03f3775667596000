import { alarm, decision } from '../model/cause.ts';
import { serviceId } from '../model/service-id.ts';
import { z, type Infer } from '../model/zod.ts';

const words = z.string().check(z.maxLength(300));

/** What a toast shows. The words come ready-made, so that the injected script carries no language of its own. */
export const toastContent = z.strictObject({
  incident: z.string(),
  service: serviceId,
  cause: z.nullable(decision),
  alarm,
  /** `alert` interrupts a screen reader, `status` waits. */
  role: z.enum(['alert', 'status']),
  headline: words,
  line: words,
  /** The one button, e.g. "Why?", and the label of the close button. */
  action: words,
  close: words,
  language: z.string(),
  direction: z.enum(['ltr', 'rtl']),
  theme: z.enum(['auto', 'light', 'dark']),
});
export type ToastContent = Infer<typeof toastContent>;
