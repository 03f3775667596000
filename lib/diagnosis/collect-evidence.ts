import type { Evidence, Extractor, Scene } from './evidence.ts';
import { answers } from './extractors/answers.ts';
import { feed } from './extractors/feed.ts';
import { linkedServices } from './extractors/linked-services.ts';
import { network } from './extractors/network.ts';
import { pages } from './extractors/pages.ts';
import { requests } from './extractors/requests.ts';
import { sessionEnd } from './extractors/session-end.ts';
import { signIn } from './extractors/sign-in.ts';
import { LINKED, NETWORK, OWN, REQUESTS, SIGNS, WORDS } from './what-changed.ts';

/** Evidence that is collected together, and what it reads (bits of `what-changed.ts`). */
interface Part {
  readonly reads: number;
  readonly extractors: readonly Extractor[];
}

/** All evidence, in its order. A new kind is a line in one of these extractors, or a new file and a line here. */
const PARTS: readonly Part[] = [
  { reads: SIGNS, extractors: [sessionEnd, pages, answers] },
  { reads: OWN | REQUESTS | NETWORK, extractors: [requests] },
  { reads: OWN | NETWORK, extractors: [network] },
  { reads: OWN, extractors: [signIn] },
  { reads: OWN | WORDS, extractors: [feed] },
  { reads: OWN | NETWORK | LINKED, extractors: [linkedServices] },
];

/** Everything that speaks for or against a cause at this moment, each kind at most once. */
export interface Collected {
  readonly evidence: readonly Evidence[];
  /** The same by part. */
  readonly parts: readonly (readonly Evidence[])[];
  /** The own facts that it was made of, as far as a glance tells whether they are still the same. */
  readonly signsChanged: number;
  readonly answers: Scene['facts']['answers'];
  readonly refusedEverywhere: boolean;
  readonly course: Scene['course'];
}

/** Whether the own facts are others than those that this was made of. */
export const madeOfOthers = (
  of: Collected,
  { signs, answers, refusedEverywhere }: Scene['facts'],
  course: Scene['course'],
): boolean =>
  signs.changes !== of.signsChanged ||
  answers !== of.answers ||
  refusedEverywhere !== of.refusedEverywhere ||
  course !== of.course;

const gather = (scene: Scene, { extractors }: Part): Evidence[] => {
  const found: Evidence[] = [];
  for (const extract of extractors) extract(scene, found);
  return found;
};

const sameWeight = (one: readonly Evidence[], other: readonly Evidence[]): boolean => {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i += 1)
    // An outage that is over weighs what it weighed in force, but the rules ask for the kind.
    if (
      one[i]?.kind !== other[i]?.kind ||
      one[i]?.row !== other[i]?.row ||
      one[i]?.strength !== other[i]?.strength
    )
      return false;
  return true;
};

const put = (
  { facts, course }: Scene,
  evidence: readonly Evidence[],
  parts: Collected['parts'],
): Collected => ({
  evidence,
  parts,
  signsChanged: facts.signs.changes,
  answers: facts.answers,
  refusedEverywhere: facts.refusedEverywhere,
  course,
});

/** The evidence of a scene. */
export const collectEvidence = (scene: Scene): Collected => {
  const parts = PARTS.map((part) => gather(scene, part));
  return put(scene, parts.flat(), parts);
};

/**
 * The evidence of a scene, knowing what was collected of it before and what may have `changed` since (bits). What
 * cannot weigh otherwise is taken over, with the details (counts, ages) of then; where nothing weighs otherwise the
 * list itself is the one of before.
 */
export const collectAgain = (scene: Scene, before: Collected, changed: number): Collected => {
  let parts: (readonly Evidence[])[] | null = null;
  for (let i = 0; i < PARTS.length; i += 1) {
    const part = PARTS[i] as Part;
    if ((part.reads & changed) === 0) continue;
    const now = gather(scene, part);
    if (!sameWeight(before.parts[i] as readonly Evidence[], now)) (parts ??= [...before.parts])[i] = now;
  }
  if (parts) return put(scene, parts.flat(), parts);
  return madeOfOthers(before, scene.facts, scene.course) ? put(scene, before.evidence, before.parts) : before;
};
