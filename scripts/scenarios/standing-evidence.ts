import type { Observation } from '../../lib/model/observation.ts';
import type { Question } from '../../lib/model/question.ts';
import type { ServiceId } from '../../lib/model/service-id.ts';

/** What a record holds of a break-in at one service, read from the words of the safety rules and not by the engine. */
export interface StandingEvidence {
  /** Rule S1 demands `act`: a sign of its own stands. */
  readonly direct: boolean;
  /** Refused twice and "I did not change it": strong, and with "not on another device either" enough for S1 where the service is healthy. */
  readonly strong: boolean;
}

const isRefusal = (seen: Observation): boolean =>
  (seen.kind === 'login' && seen.outcome === 'rejected') ||
  (seen.kind === 'page' && seen.page === 'wrong-password');

/**
 * The evidence that stands at one service after these observations (in order of time). The last yes or no to a
 * question counts; "that was me" withdraws its own page and nothing else.
 */
export const standingEvidence = (
  observations: readonly Observation[],
  service: ServiceId,
): StandingEvidence => {
  const own = observations.filter((seen) => seen.service === service);
  const answers = new Map<Question, string>();
  let contactAt = Infinity;
  for (const seen of own) {
    if (seen.kind === 'answer' && seen.answer !== 'unsure') answers.set(seen.question, seen.answer);
    if (seen.kind !== 'page' || seen.page !== 'contact-changed') continue;
    // What is seen to be changed a good while later is another change.
    if (Date.parse(seen.at) - contactAt > 600_000) answers.delete('changed-contact-yourself');
    contactAt = Date.parse(seen.at);
  }
  const shown = (page: string): boolean => own.some((seen) => seen.kind === 'page' && seen.page === page);
  return {
    direct:
      (shown('old-password') && answers.get('changed-password-yourself') !== 'yes') ||
      (shown('contact-changed') && answers.get('changed-contact-yourself') !== 'yes') ||
      answers.get('security-email-unrecognised') === 'yes' ||
      answers.get('posts-or-messages-not-yours') === 'yes',
    strong: own.filter(isRefusal).length >= 2 && answers.get('changed-password-yourself') === 'no',
  };
};

/** Whether a verified word of an outage of the service is in force at `at` (ms): it holds for `ttl`, else ten minutes from its issue. */
export const verifiedOutage = (
  observations: readonly Observation[],
  service: ServiceId,
  at: number,
): boolean => {
  let until = -Infinity;
  for (const seen of observations)
    if (seen.kind === 'feed' && seen.state === 'verified' && seen.service === service)
      until = seen.entry.status === 'outage' ? Date.parse(seen.at) + (seen.ttl ?? 600 - seen.age) * 1000 : 0;
  return at < until;
};
