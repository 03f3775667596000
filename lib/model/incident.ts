import { alarm, decision } from './cause.ts';
import { evidenceKind } from './evidence.ts';
import { serviceId } from './service-id.ts';
import { timestamp } from './timestamp.ts';
import { verdict } from './verdict.ts';
import { z, type Infer } from './zod.ts';

/** A verdict at the moment it was reached, and the evidence that changed it (null for the first). */
export const datedVerdict = z.strictObject({
  at: timestamp,
  verdict,
  because: z.nullable(evidenceKind),
});
export type DatedVerdict = Infer<typeof datedVerdict>;

export const CLOSINGS = ['recovered', 'quiet', 'user'] as const;

/** What was told to the person, so that nothing is told twice, also after the background worker was killed. */
export const notice = z.strictObject({
  at: timestamp,
  channel: z.enum(['toast', 'notification', 'badge']),
  cause: z.nullable(decision),
  alarm,
});
export type Notice = Infer<typeof notice>;

/** One event at one service, from the first sign to the end. Its observations stay in the log. */
export const incident = z.strictObject({
  id: z.string().check(z.minLength(1)),
  service: serviceId,
  openedAt: timestamp,
  closedAt: z.nullable(timestamp),
  closedBy: z.nullable(z.enum(CLOSINGS)),
  updatedAt: timestamp,
  verdicts: z.array(datedVerdict).check(z.minLength(1)),
  notices: z.array(notice),
  note: z.string(),
});
export type Incident = Infer<typeof incident>;

/** The verdict that stands: the newest one. */
export const currentVerdict = (of: Pick<Incident, 'verdicts'>): DatedVerdict => {
  const last = of.verdicts.at(-1);
  if (!last) throw new Error('an incident has at least one verdict');
  return last;
};
