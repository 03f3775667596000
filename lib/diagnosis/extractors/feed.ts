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

/** The newest entry, an earlier one that a new outage must not undo, and the trouble of then once it is over. */
interface Words {
  readonly now: Word | null;
  readonly held: Word | null;
  readonly then: Word | null;
}

const wordOf = (feed: FeedFact | null, at: number): Word | null => {
  if (feed === null) return null;
  const fresh = freshness(feed, at);
  return fresh > 0 ? { feed, fresh } : null;
};

const wordsOf = ({ facts, course, at }: Scene): Words => ({
  now: wordOf(facts.feed, at),
  held: wordOf(facts.heldFeed, at),
  then: remembersTrouble(course, at) ? course.trouble : null,
});

/** An `operational` that was issued after the trouble ended here says nothing of what the trouble was. */
const saysOnlyThatItIsOver = ({ facts, course, at }: Scene): boolean =>
  troubleIsOver(course, at) ||
  (course.backAt !== null && facts.feed !== null && facts.feed.issuedAt >= course.backAt);

/** What a part of a word is worth. */
const worth = (part: keyof FeedFact['worth'], word: Word | null): number =>
  word === null ? 0 : word.feed.worth[part] * word.fresh;

/** The same of all words: the strongest counts. */
const worthOf = (part: keyof FeedFact['worth'], { now, held, then }: Words): number =>
  Math.max(worth(part, now), worth(part, held), worth(part, then));

/** Adds what a word says of the service, and how old (s) that word is. */
const addWord = (
  kind: EvidenceKind | null,
  { feed: { issuedAt } }: Word,
  strength: number,
  { at }: Scene,
  found: Evidence[],
  row?: Row,
): void => {
  if (kind === null || strength <= 0) return;
  found.push(evidence(kind, strength, { seconds: Math.max(0, Math.round((at - issuedAt) / 1000)) }, row));
};

const addStatus = (scene: Scene, { now, held, then }: Words, found: Evidence[]): void => {
  const same = now && held && now.feed.status === held.feed.status;
  if (now && !(now.feed.status === 'operational' && saysOnlyThatItIsOver(scene))) {
    const strength = Math.max(worth('status', now), same ? worth('status', held) : 0);
    addWord(STATUS_KIND[now.feed.status], now, strength, scene, found);
  }
  // A newer outage takes the place of an earlier "operational", not of the rest of that entry.
  if (held && !same && held.feed.status !== 'operational')
    addWord(STATUS_KIND[held.feed.status], held, worth('status', held), scene, found);
  if (then) {
    const row = LOG_LIKELIHOODS[then.feed.status === 'outage' ? 'feed-outage' : 'feed-degraded'];
    addWord('feed-showed-trouble', then, worth('status', then), scene, found, row);
  }
};

/** Whether an earlier entry tells of many who are not refused: that stands beside a new one (rule S6). */
const tellsOfNoRefusals = (other: Word | null, word: Word | null): boolean =>
  other !== null && other !== word && other.feed.worth.massLogout > 0 && !other.feed.refusing;

/** Whether those who were signed out are refused; an entry that says they get in again stands against that. */
const manyAreRefused = ({ now, held, then }: Words): boolean => {
  const word = now?.feed.worth.massLogout ? now : (then ?? now);
  return (
    word?.feed.refusing === true &&
    !tellsOfNoRefusals(held, word) &&
    !tellsOfNoRefusals(then, word) &&
    !held?.feed.worth.signInWorks
  );
};

/** That many get in speaks against an outage; within the word of an outage it only tells a precaution from the rest (S6). */
const addSignInWorks = (words: Words, found: Evidence[]): void => {
  const most = worthOf('signInWorks', words);
  if (most === 0) return;
  const full = Math.max(
    ...Object.values(words).map((word: Word | null) =>
      word?.feed.status === 'outage' ? 0 : worth('signInWorks', word),
    ),
  );
  found.push(
    full > 0
      ? evidence('feed-sign-in-works', full)
      : evidence('feed-sign-in-works', most, undefined, LOG_SIGN_IN_WORKS_IN_AN_OUTAGE),
  );
};

const add = (kind: EvidenceKind, strength: number, found: Evidence[]): void => {
  if (strength > 0) found.push(evidence(kind, strength));
};

/** The shared feed, by age, and issues on official pages that were read directly. Silence of either adds nothing. */
export const feed: Extractor = (scene, found) => {
  const words = wordsOf(scene);
  addStatus(scene, words, found);
  const massLogout = worthOf('massLogout', words);
  if (massLogout > 0 && manyAreRefused(words))
    found.push(evidence('feed-mass-logout', massLogout, undefined, LOG_MASS_LOGOUT_AND_REFUSED));
  else add('feed-mass-logout', massLogout, found);
  addSignInWorks(words, found);
  add('feed-suspensions', worthOf('suspensions', words), found);
  add('official-issue', Math.max(officialIssue(scene.facts, scene.at), worthOf('official', words)), found);
};
