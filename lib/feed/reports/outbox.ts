import type { FeedPayload } from '../../model/feed.ts';
import { report, type Report } from '../../model/report.ts';
import { z, type Infer } from '../../model/zod.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A report waits at least this long, so that its time tells nothing of who sent it. */
export const SHORTEST_DELAY = 20 * SECOND;
/** The longest delay while no feed says one, and the longest that a feed may ask for. */
export const USUAL_DELAY = 180 * SECOND;
export const LONGEST_DELAY = 10 * MINUTE;
/** What could not be sent by then is let go. */
export const OUTBOX_LIFE = 15 * MINUTE;
/** The same kind of a service again only after this long; being signed in and well, after an hour. */
export const SAME_KIND_AGAIN = 6 * HOUR;
export const PRESENCE_AGAIN = HOUR;
export const A_DAY = 24 * HOUR;
export const MOST_A_DAY = 12;
/** A report that failed is tried once more. */
const TRIES = 2;
/** After a failure, between half a minute and a minute and a half. */
const RETRY_AFTER = 30 * SECOND;
const RETRY_SPREAD = MINUTE;

const moment = z.number();

/** Reports that wait, and what was reported lately: which kind of which service and when, and nothing else. */
export const outbox = z.strictObject({
  waiting: z.array(
    z.strictObject({
      report,
      /** When it was put in and may be sent, in ms since 1970. */
      at: moment,
      sendAt: moment,
      tries: z.int().check(z.gte(0)),
      /** In [0, 1): it is sent where this is below the rate that the feed asks for. */
      draw: z.number(),
    }),
  ),
  lately: z.array(
    z.strictObject({
      service: z.string(),
      kind: z.string(),
      at: moment,
      /** It left this browser, whether it arrived or not. */
      sent: z.optional(z.literal(true)),
    }),
  ),
});
export type Outbox = Infer<typeof outbox>;
export type WaitingReport = Outbox['waiting'][number];

export const EMPTY_OUTBOX: Outbox = { waiting: [], lately: [] };

/** What the feed asks of its reporters. */
export type Reporting = FeedPayload['reporting'];

const again = (kind: string): number => (kind === 'presence' ? PRESENCE_AGAIN : SAME_KIND_AGAIN);

/** The longest that a report waits before it is sent, in milliseconds. */
export const longestDelay = (reporting: Reporting | null): number => {
  const longest = reporting ? reporting.maxDelaySeconds * SECOND : USUAL_DELAY;
  return Math.min(Math.max(longest, SHORTEST_DELAY), LONGEST_DELAY);
};

const delay = (reporting: Reporting | null, random: number): number =>
  SHORTEST_DELAY + (longestDelay(reporting) - SHORTEST_DELAY) * random;

/** How many reports have left this browser in the last day. */
export const sentLately = ({ lately }: Outbox): number => lately.filter(({ sent }) => sent).length;

/** The outbox without what is too old at `now`. A clock that was set back lets everything of the future go. */
export const tidied = (box: Outbox, now: number): Outbox => ({
  waiting: box.waiting.filter(({ at }) => at <= now && now - at < OUTBOX_LIFE),
  lately: box.lately.filter(({ at }) => at <= now && now - at < A_DAY),
});

/**
 * Puts a report in, unless one of its kind was lately or the day is full. Of its kind it is the only one for hours
 * whether the draw lets it be sent or not: else many tries would make one likely. The day counts what is sent and what
 * waits: of being signed in and well nearly all is drawn out, and that must not keep a forced logout from being told.
 * `random` gives numbers in [0, 1).
 */
export const withReport = (
  before: Outbox,
  added: Report,
  reporting: Reporting | null,
  now: number,
  random: () => number,
): Outbox => {
  const box = tidied(before, now);
  const same = box.lately.some(
    ({ service, kind, at }) => service === added.service && kind === added.kind && now - at < again(kind),
  );
  if (same || sentLately(box) + box.waiting.length >= MOST_A_DAY) return box;
  const waiting = {
    report: added,
    at: now,
    sendAt: now + delay(reporting, random()),
    tries: 0,
    draw: random(),
  };
  return {
    waiting: [...box.waiting, waiting],
    lately: [...box.lately, { service: added.service, kind: added.kind, at: now }],
  };
};

const rateOf = (waiting: WaitingReport, reporting: Reporting): number =>
  waiting.report.kind === 'presence' ? reporting.rate * reporting.presenceRate : reporting.rate;

/**
 * What is to be sent at `now`, and the outbox without what the draw or time has let go. Without a verified feed nothing
 * is sent: how many reports it can take is not known.
 */
export const takeDue = (
  before: Outbox,
  reporting: Reporting | null,
  now: number,
): { readonly due: readonly WaitingReport[]; readonly box: Outbox } => {
  const box = tidied(before, now);
  if (!reporting) return { due: [], box };
  const drawn = box.waiting.filter((waiting) => waiting.draw < rateOf(waiting, reporting));
  return { due: drawn.filter(({ sendAt }) => sendAt <= now), box: { ...box, waiting: drawn } };
};

/** The outbox after a report was sent, or could not be: then it is tried once more. `random` is in [0, 1). */
export const afterSending = (
  box: Outbox,
  sent: WaitingReport,
  ok: boolean,
  now: number,
  random: number,
): Outbox => {
  const { at, report } = sent;
  const isOther = (other: { readonly service: string; readonly kind: string }, when: number) =>
    when !== at || other.service !== report.service || other.kind !== report.kind;
  const others = box.waiting.filter((other) => isOther(other.report, other.at));
  const lately = box.lately.map((one) => (isOther(one, one.at) ? one : { ...one, sent: true as const }));
  const tries = sent.tries + 1;
  if (ok || tries >= TRIES) return { lately, waiting: others };
  const sendAt = now + RETRY_AFTER + RETRY_SPREAD * random;
  return { lately, waiting: [...others, { ...sent, tries, sendAt }] };
};

/** When the next report may be sent, in ms since 1970; null when none waits. */
export const nextSendAt = ({ waiting }: Outbox): number | null =>
  waiting.length === 0 ? null : Math.min(...waiting.map(({ sendAt }) => sendAt));
