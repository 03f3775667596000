import type { EvidenceKind } from '../../model/evidence.ts';
import { remembersTrouble, troubleIsOver } from '../course/course.ts';
import { evidence, type Evidence, type Extractor, type Scene } from '../evidence.ts';
import { freshness, type FeedFact } from '../facts/feed-fact.ts';
import { officialIssue } from '../facts/absorb-official.ts';
import {
  LOG_LIKELIHOODS,
  LOG_MASS_LOGOUT_AND_REFUSED,
  LOG_SIGN_IN_WORKS_IN_AN_OUTAGE,
} from '../numbers/log-likelihoods.ts';
import type { Row } from '../numbers/row.ts';

const STATUS_KIND = {
  outage: 'feed-outage',
  degraded: 'feed-degraded',
  operational: 'feed-operational',
  unknown: null,
} as const;

/** A word of the feed and how much of it counts at this moment (0 to 1). */
interface Word {
  readonly feed: FeedFact;
  readonly fresh: number;
}

const NO_WORDS: readonly (Word | null)[] = [null, null, null];

/** The newest entry, an earlier one that a new outage must not undo, and the trouble of then once it is over. */
const wordsOf = ({ facts, course, at }: Scene): readonly (Word | null)[] => {
  const word = (feed: FeedFact | null): Word | null => {
    const fresh = feed === null ? 0 : freshness(feed, at);
    return feed !== null && fresh > 0 ? { feed, fresh } : null;
  };
  const [now, held] = [word(facts.feed), word(facts.heldFeed)];
  const then = remembersTrouble(course, at) ? course.trouble : null;
  return now || held || then ? [now, held, then] : NO_WORDS;
};

/** An `operational` that was issued after the trouble ended here says nothing of what the trouble was. */
const saysOnlyThatItIsOver = ({ facts, course, at }: Scene): boolean =>
  troubleIsOver(course, at) ||
  (course.backAt !== null && facts.feed !== null && facts.feed.issuedAt >= course.backAt);

/** What a part of the words is worth, of those of outages, of others, or of all (null): the strongest counts. */
const worthOf = (
  part: keyof FeedFact['worth'],
  words: readonly (Word | null)[],
  ofOutages: boolean | null = null,
): number => {
  let worth = 0;
  for (const word of words)
    if (word && (ofOutages === null || ofOutages === (word.feed.status === 'outage')))
      worth = Math.max(worth, word.feed.worth[part] * word.fresh);
  return worth;
};

const addStatus = (scene: Scene, [now, held, then]: readonly (Word | null)[], found: Evidence[]): void => {
  const add = (kind: EvidenceKind | null, word: Word, strength: number, row?: Row): void => {
    if (kind === null || strength <= 0) return;
    const detail = { seconds: Math.max(0, Math.round((scene.at - word.feed.issuedAt) / 1000)) };
    found.push(evidence(kind, strength, detail, row));
  };
  const strength = (word: Word): number => word.feed.worth.status * word.fresh;
  const same = now && held && now.feed.status === held.feed.status;
  if (now && !(now.feed.status === 'operational' && saysOnlyThatItIsOver(scene)))
    add(STATUS_KIND[now.feed.status], now, same ? Math.max(strength(now), strength(held)) : strength(now));
  // A newer outage takes the place of an earlier "operational", not of the rest of that entry.
  if (held && !same && held.feed.status !== 'operational')
    add(STATUS_KIND[held.feed.status], held, strength(held));
  if (then) {
    const row = LOG_LIKELIHOODS[then.feed.status === 'outage' ? 'feed-outage' : 'feed-degraded'];
    add('feed-showed-trouble', then, strength(then), row);
  }
};

/** Whether those who were signed out are refused; an entry that says they get in again stands against that. */
const manyAreRefused = ([now, held, then]: readonly (Word | null)[]): boolean => {
  const word = now?.feed.worth.massLogout ? now : (then ?? now);
  // What an earlier entry says of many who are not refused stands beside a new one (rule S6).
  const otherwise = [held, then].some(
    (other) => other && other !== word && other.feed.worth.massLogout > 0 && !other.feed.refusing,
  );
  return word?.feed.refusing === true && !otherwise && !held?.feed.worth.signInWorks;
};

/** That many get in speaks against an outage; within the word of an outage it only tells a precaution from the rest (S6). */
const addSignInWorks = (words: readonly (Word | null)[], found: Evidence[]): void => {
  const mild = worthOf('signInWorks', words, true);
  const full = worthOf('signInWorks', words, false);
  if (full > 0) found.push(evidence('feed-sign-in-works', full));
  else if (mild > 0)
    found.push(evidence('feed-sign-in-works', mild, undefined, LOG_SIGN_IN_WORKS_IN_AN_OUTAGE));
};

/** The shared feed, by age, and issues on official pages that were read directly. Silence of either adds nothing. */
export const feed: Extractor = (scene, found) => {
  const words = wordsOf(scene);
  const official = officialIssue(scene.facts, scene.at);
  const add = (kind: EvidenceKind, strength: number): void => {
    if (strength > 0) found.push(evidence(kind, strength));
  };
  if (words === NO_WORDS) return add('official-issue', official);
  addStatus(scene, words, found);
  const massLogout = worthOf('massLogout', words);
  if (massLogout > 0 && manyAreRefused(words))
    found.push(evidence('feed-mass-logout', massLogout, undefined, LOG_MASS_LOGOUT_AND_REFUSED));
  else add('feed-mass-logout', massLogout);
  addSignInWorks(words, found);
  add('feed-suspensions', worthOf('suspensions', words));
  add('official-issue', Math.max(official, worthOf('official', words)));
};
