import { accountTag } from '../../model/observation.ts';
import { serviceId } from '../../model/service-id.ts';
import { z, type Infer } from '../../model/zod.ts';

/**
 * What was last known of one service's session in one cookie store. Times are milliseconds since 1970.
 * `endsAt` is the session cookie's own last day, null for a cookie that ends with the browser.
 */
export const sessionEntry = z.strictObject({
  store: z.string(),
  service: serviceId,
  present: z.boolean(),
  account: z.nullable(accountTag),
  device: z.boolean(),
  endsAt: z.nullable(z.number()),
  changedAt: z.number(),
});
export type SessionEntry = Infer<typeof sessionEntry>;

/** Kept across restarts of the browser, so that a session that ended meanwhile is noticed. */
export const sessionBook = z.array(sessionEntry);
export type SessionBook = Infer<typeof sessionBook>;

/** What the cookie jar holds now; names and dates only. */
export interface JarView {
  readonly present: boolean;
  readonly account: string | null;
  readonly device: boolean;
  readonly endsAt: number | null;
}

const isOf = (entry: SessionEntry, store: string, service: string): boolean =>
  entry.store === store && entry.service === service;

/** The entry of a service in a store, or null when it was never seen there. */
export const entryOf = (book: SessionBook, store: string, service: string): SessionEntry | null =>
  book.find((entry) => isOf(entry, store, service)) ?? null;

/** The book with this entry in place of the old one. */
export const withEntry = (book: SessionBook, entry: SessionEntry): SessionBook => [
  ...book.filter((other) => !isOf(other, entry.store, entry.service)),
  entry,
];

/** Whether any store holds a session of the service. */
export const isSignedInAnywhere = (book: SessionBook, service: string): boolean =>
  book.some((entry) => entry.service === service && entry.present);

/** Whether a session of the service was ever seen in any store. */
export const wasEverSignedIn = (book: SessionBook, service: string): boolean =>
  book.some((entry) => entry.service === service);
