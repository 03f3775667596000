import { toMillis } from '../../model/timestamp.ts';
import type { FeedEntry } from '../../model/feed.ts';
import {
  FAILED_TOGETHER,
  HEALTH_SPEAKS_BACK,
  OUTAGE_EXCUSES,
  OUTAGE_EXCUSES_AT_MOST,
  REFUSALS_KEPT,
} from '../numbers/windows.ts';
import { feedHolds } from './feed-fact.ts';
import type { ServiceFacts } from './service-facts.ts';
import { settleFailures } from './settle-failures.ts';
import { see, type Sighting } from './signs.ts';

/** A verified feed in force calls the service healthy. */
export const isCalledHealthy = ({ feed }: ServiceFacts, at: number): boolean =>
  feedHolds(feed, at) && feed.status === 'operational';

/**
 * A verified feed that calls the service healthy speaks of what was refused while it holds and shortly before it was read,
 * and not of long ago: when an outage ends, the passwords that it refused were not refused by a healthy service.
 */
export const noteHealth = (facts: ServiceFacts, at: number): void => {
  if (facts.refusals.length === 0 || !isCalledHealthy(facts, at)) return;
  const { refusedWhileHealthy: known, refusedInDoubtAt: doubt } = facts;
  facts.refusedWhileHealthy = facts.refusals.filter(
    (time) => known.includes(time) || (time > doubt && at - time <= HEALTH_SPEAKS_BACK),
  );
};

/**
 * A password was refused. While a verified feed says `outage` that says nothing about the password; a `degraded` word
 * (reports can be rented, probes fail alone) excuses nothing.
 */
export const noteRefusal = (facts: ServiceFacts, at: number): void => {
  settleFailures(facts, at, !facts.signs.has('session-lost') && !facts.signs.has('refused'));
  if (feedHolds(facts.feed, at) && facts.feed.status === 'outage') {
    see(facts.signs, 'refused-in-trouble', at);
    return;
  }
  facts.refusals = [...facts.refusals, at].slice(-REFUSALS_KEPT);
  if (feedHolds(facts.feed, at) && facts.feed.status === 'degraded') facts.refusedInDoubtAt = at;
  noteHealth(facts, at);
  see(facts.signs, 'refused', at);
  // Who is told twice that the password is wrong was answered by a sign-in that works, unless it failed just before and no feed
  // calls it healthy: on 2026-06-12 it answered with an error and with a refusal in turn.
  const failed = facts.signs.get('login:error');
  if (
    failed &&
    (at - failed.last > FAILED_TOGETHER || isCalledHealthy(facts, at)) &&
    facts.refusals.filter((time) => time > failed.last).length >= 2
  )
    facts.signs.delete('login:error');
};

/** The person is in: what was refused before was a slip of the finger. */
export const noteIn = (facts: ServiceFacts, at: number): void => {
  facts.inAt = at;
  if (facts.refusals.length > 0) facts.refusals = [];
};

const together = (one: Sighting | undefined, other: Sighting): Sighting => ({
  count: (one?.count ?? 0) + other.count,
  last: Math.max(one?.last ?? -Infinity, other.last),
  number: undefined,
  asEvidence: null,
});

/**
 * Passwords refused shortly before the feed knew of an outage, or since it began, were refused by it: on 2024-03-05
 * the feed was minutes behind. What was refused long before it is another matter and stands, also where the entry
 * claims a beginning in the distant past.
 */
export const excuseRefusals = (facts: ServiceFacts, { since }: FeedEntry, at: number): void => {
  const began = since === null ? at : toMillis(since);
  const from = Math.max(at - OUTAGE_EXCUSES_AT_MOST, Math.min(at - OUTAGE_EXCUSES, began));
  const refused = facts.signs.get('refused');
  if (!refused || refused.last < from) return;
  const before = facts.refusals.filter((time) => time < from);
  facts.signs.set('refused-in-trouble', together(facts.signs.get('refused-in-trouble'), refused));
  const last = before.at(-1);
  if (last === undefined) facts.signs.delete('refused');
  else facts.signs.set('refused', { count: before.length, last, number: undefined, asEvidence: null });
  facts.refusals = before;
  if (before.length < 2) facts.refusedEverywhere = false;
};

const deniesChange = ({ answers }: ServiceFacts): boolean =>
  answers.get('changed-password-yourself') !== 'yes' &&
  (answers.get('changed-password-yourself') === 'no' || answers.get('works-on-another-device') === 'no');

/**
 * Refused twice, and the person says that they did not change the password, or that it is the same on another device:
 * strong, though not direct, evidence.
 */
export const refusedAndUnchanged = (facts: ServiceFacts): boolean =>
  facts.refusals.length >= 2 && deniesChange(facts);

/** The same at any time of this incident, whether the person is in since or not, and whether an outage excused it then. */
export const wasRefusedAndUnchanged = (facts: ServiceFacts): boolean =>
  (facts.signs.get('refused')?.count ?? 0) + (facts.signs.get('refused-in-trouble')?.count ?? 0) >= 2 &&
  deniesChange(facts);

/** How often (up to twice) the password was refused, by one who is not in since and does not say that they changed it. */
export const stillRefused = ({ refusals, answers }: ServiceFacts): 0 | 1 | 2 => {
  if (refusals.length === 0 || answers.get('changed-password-yourself') === 'yes') return 0;
  return refusals.length === 1 ? 1 : 2;
};
