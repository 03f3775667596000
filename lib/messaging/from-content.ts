import { pageKind } from '../model/page-kind.ts';
import { z, type Infer } from '../model/zod.ts';

const count = z.int().check(z.gte(0), z.lte(10_000));

/**
 * What a content script may say. The background believes nothing of it but the words of this table, and takes the
 * address and the frame from the browser (`sender.url`, `sender.frameId`), never from the message.
 */
export const fromContent = z.discriminatedUnion('type', [
  /** The page is of this kind; null when it cannot be told. */
  z.strictObject({ type: z.literal('page'), page: z.nullable(pageKind) }),
  /** A sign-in form was really sent (a trusted submit event). Never what was typed. */
  z.strictObject({ type: z.literal('sign-in-sent') }),
  /** Failed requests of the page to its own origin since the last look, by resource timing. */
  z.strictObject({
    type: z.literal('failed-requests'),
    serverErrors: count,
    clientErrors: count,
    rateLimited: count,
  }),
  /** The toast script has started and asks for its content. */
  z.strictObject({ type: z.literal('toast-ready') }),
  z.strictObject({ type: z.literal('toast-pressed'), incident: z.string().check(z.maxLength(200)) }),
  z.strictObject({ type: z.literal('toast-closed'), incident: z.string().check(z.maxLength(200)) }),
]);
export type FromContent = Infer<typeof fromContent>;
