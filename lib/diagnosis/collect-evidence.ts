import type { Evidence, Extractor, Scene, TimelessExtractor } from './evidence.ts';
import { answers } from './extractors/answers.ts';
import { feed } from './extractors/feed.ts';
import { linkedServices } from './extractors/linked-services.ts';
import { network } from './extractors/network.ts';
import { pages } from './extractors/pages.ts';
import { requests } from './extractors/requests.ts';
import { sessionEnd } from './extractors/session-end.ts';
import { signIn } from './extractors/sign-in.ts';

/**
 * One family of evidence each. First those that depend on which signs are there and on the answers, and not on how
 * often or when; then those that depend on more that was seen, and not on the moment; then those that time alone may
 * change; at last (`linkedServices`) what other services tell. A new kind of evidence is a line in one of these, or a
 * new file and a line here.
 */
const BY_SIGNS: readonly TimelessExtractor[] = [sessionEnd, pages, answers];
const BY_WHAT_WAS_SEEN: readonly TimelessExtractor[] = [requests, network];
const BY_THE_MOMENT: readonly Extractor[] = [signIn, feed];

/** Everything that speaks for or against a cause at this moment, each kind at most once. */
export interface Collected {
  readonly evidence: readonly Evidence[];
  /** How much of it, from the front, depends on the signs and answers alone, and on which. */
  readonly bySigns: number;
  readonly signsChanged: number;
  readonly answers: Scene['facts']['answers'];
  /** How much of it, from the front, time alone never changes. */
  readonly timeless: number;
  /** How much of it, from the front, is not told by linked services. */
  readonly own: number;
}

const collect = (scene: Scene, evidence: Evidence[], bySigns: number, timeless: number): Collected => {
  const { signs, answers } = scene.facts;
  for (const extract of BY_THE_MOMENT) extract(scene, evidence);
  const own = evidence.length;
  linkedServices(scene, evidence);
  return { evidence, bySigns, signsChanged: signs.changes, answers, timeless, own };
};

const collectFrom = (scene: Scene, evidence: Evidence[], bySigns: number): Collected => {
  for (const extract of BY_WHAT_WAS_SEEN) extract(scene, evidence);
  return collect(scene, evidence, bySigns, evidence.length);
};

/** The evidence of a scene. */
export const collectEvidence = (scene: Scene): Collected => {
  const evidence: Evidence[] = [];
  for (const extract of BY_SIGNS) extract(scene, evidence);
  return collectFrom(scene, evidence, evidence.length);
};

/**
 * The evidence of a scene, knowing what was collected of it before: what cannot weigh otherwise now is taken over,
 * with the details (counts, ages) of then.
 * @param onlyTime whether nothing at all was seen since.
 */
export const collectAgain = (scene: Scene, before: Collected, onlyTime: boolean): Collected => {
  const { signs, answers } = scene.facts;
  const { evidence, bySigns, timeless } = before;
  if (onlyTime) return collect(scene, evidence.slice(0, timeless), bySigns, timeless);
  if (signs.changes !== before.signsChanged || answers !== before.answers) return collectEvidence(scene);
  return collectFrom(scene, evidence.slice(0, bySigns), bySigns);
};
