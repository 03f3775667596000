import { SYMPTOMS } from './feed.ts';
import { serviceId } from './service-id.ts';
import { z, type Infer } from './zod.ts';

/** A report counts in the 300 seconds in which its event was. */
export const REPORT_BUCKET_SECONDS = 300;

/** The most that a report may measure, in bytes of UTF-8. */
export const REPORT_SIZE_LIMIT = 256;

/** What a report can say: a symptom, or that somebody is signed in and all is well (the denominator). */
export const REPORT_KINDS = [...SYMPTOMS, 'presence'] as const;
export const reportKind = z.enum(REPORT_KINDS);
export type ReportKind = Infer<typeof reportKind>;

/**
 * What a report is in Firefox's list of kinds of data: which service is used here, and what was done there. The manifest
 * names them as optional, and they are asked for when reports are switched on.
 */
export const REPORT_DATA_KINDS = ['browsingActivity', 'websiteActivity'] as const;

/** A report as it travels: no id, no locale, no version, no account. `bucket` is ⌊time of the event / 300 s⌋. */
export const report = z.strictObject({
  v: z.literal(1),
  service: serviceId,
  kind: reportKind,
  bucket: z.int().check(z.gte(0)),
});
export type Report = Infer<typeof report>;

/** The bucket of a moment in milliseconds since 1970. */
export const bucketOf = (at: number): number => Math.floor(at / (REPORT_BUCKET_SECONDS * 1000));
