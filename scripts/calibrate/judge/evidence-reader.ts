import type { FeedStatus } from '../../../lib/model/feed.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import type { PageKind } from '../../../lib/model/page-kind.ts';
import type { Answer, Question } from '../../../lib/model/question.ts';
import type { ServiceId } from '../../../lib/model/service-id.ts';
import { toMillis } from '../../../lib/model/timestamp.ts';

/** Whether direct evidence stands; `perhaps` where the definition leaves it open (then nothing is counted either way). */
export type Standing = 'stands' | 'perhaps' | 'no';

/** What a record says of one service, read one observation after the other in order of time. */
export interface EvidenceReader {
  read(seen: Observation): void;
  /** Direct evidence as in diagnosis.md, "How the rules meet", at `at` (ms). */
  direct(at: number): Standing;
  /** Strong, but indirect: refusals of a healthy service with one "no", or a page that asks "was this you?". */
  strongIndirect(at: number): boolean;
  /** The person has said that it was their own doing, rightly or by mistake. */
  explained(): boolean;
  /** A verified feed calls it an outage at `at`. */
  verifiedOutage(at: number): boolean;
}

const ERRORS = ['server-error', 'dns', 'unreachable', 'timeout', 'tls'];
const OWN_DOINGS: readonly Question[] = [
  'changed-password-yourself',
  'changed-contact-yourself',
  'logged-out-everywhere-yourself',
  'cleared-browser-data',
];
const FEED_LIVES = 600_000;
const SAME_CHANGE = 600_000;

export const createEvidenceReader = (service: ServiceId): EvidenceReader => {
  const pages = new Set<PageKind>();
  const answers = new Map<Question, Answer>();
  let contactAt = Infinity;
  let refusedLogins = 0;
  let refusingPages = 0;
  let failures = false;
  let networkBad = false;
  let answersOk = false;
  let feed: { status: FeedStatus; until: number } | null = null;
  const feedSays = (at: number): FeedStatus | null => (feed && at < feed.until ? feed.status : null);
  const healthy = (at: number): Standing => {
    const said = feedSays(at);
    if (said === 'outage' || said === 'degraded' || failures) return 'no';
    return said === 'operational' && !networkBad ? 'stands' : 'perhaps';
  };
  const refused = (): number => Math.max(refusedLogins, refusingPages);
  return {
    read(seen) {
      if (seen.kind === 'connectivity')
        networkBad = seen.state !== 'online' && (networkBad || seen.state !== 'tampered');
      if (seen.kind === 'feed' && seen.state === 'verified') networkBad = false;
      if (seen.service !== service) return;
      if (seen.kind === 'page') {
        pages.add(seen.page);
        // "That was me" is said of what was seen up to then: a contact seen to be changed a good while later is another one.
        if (seen.page === 'contact-changed') {
          if (toMillis(seen.at) - contactAt > SAME_CHANGE) answers.delete('changed-contact-yourself');
          contactAt = toMillis(seen.at);
        }
        if (seen.page === 'wrong-password' || seen.page === 'old-password') refusingPages += 1;
        if (seen.page === 'error' || seen.page === 'unavailable') failures = true;
      }
      if (seen.kind === 'login' && seen.outcome === 'rejected') refusedLogins += 1;
      if (seen.kind === 'login' && seen.outcome === 'error') failures = true;
      if (seen.kind === 'answer' && seen.answer !== 'unsure') answers.set(seen.question, seen.answer);
      if (seen.kind === 'request' && ERRORS.includes(seen.outcome)) failures = true;
      if (seen.kind === 'request' && seen.outcome === 'ok') answersOk = true;
      if (seen.kind === 'feed' && seen.state === 'verified')
        feed = {
          status: seen.entry.status,
          until:
            toMillis(seen.at) + (seen.ttl === undefined ? FEED_LIVES - seen.age * 1000 : seen.ttl * 1000),
        };
    },
    direct(at) {
      const byPage =
        (pages.has('old-password') && answers.get('changed-password-yourself') !== 'yes') ||
        (pages.has('contact-changed') && answers.get('changed-contact-yourself') !== 'yes');
      const byAnswer =
        answers.get('security-email-unrecognised') === 'yes' ||
        answers.get('posts-or-messages-not-yours') === 'yes';
      if (byPage || byAnswer) return networkBad ? 'perhaps' : 'stands';
      const denied =
        answers.get('changed-password-yourself') === 'no' && answers.get('works-on-another-device') === 'no';
      return denied && refused() >= 2 ? healthy(at) : 'no';
    },
    strongIndirect(at) {
      const oneNo =
        answers.get('changed-password-yourself') === 'no' || answers.get('works-on-another-device') === 'no';
      const fine = healthy(at) === 'stands' || (healthy(at) === 'perhaps' && answersOk);
      // A password that the person changed is refused for good reason.
      const own = answers.get('changed-password-yourself') === 'yes';
      return pages.has('unusual-login') || (oneNo && !own && refused() >= 2 && fine);
    },
    explained: () => OWN_DOINGS.some((question) => answers.get(question) === 'yes'),
    verifiedOutage: (at) => feedSays(at) === 'outage',
  };
};
