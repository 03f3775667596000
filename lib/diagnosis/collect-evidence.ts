import type { Evidence, Extractor, Scene } from './evidence.ts';
import { answers } from './extractors/answers.ts';
import { feed } from './extractors/feed.ts';
import { linkedServices } from './extractors/linked-services.ts';
import { network } from './extractors/network.ts';
import { pages } from './extractors/pages.ts';
import { requests } from './extractors/requests.ts';
import { sessionEnd } from './extractors/session-end.ts';
import { signIn } from './extractors/sign-in.ts';
import { LINKED, NETWORK, OTHERS, OWN, REQUESTS, SIGNS, WORDS } from './what-changed.ts';

/** Evidence that is collected together, and what it reads (bits of `what-changed.ts`). */
interface Part {
  readonly reads: number;
  readonly extractors: readonly Extractor[];
}

/** All evidence, in its order. A new kind is a line in one of these extractors, or a new file and a line here. */
const PARTS: readonly Part[] = [
  { reads: SIGNS, extractors: [sessionEnd, pages, answers] },
  { reads: SIGNS | OWN | REQUESTS | NETWORK, extractors: [requests] },
  { reads: SIGNS | NETWORK | OTHERS, extractors: [network] },
  { reads: OWN, extractors: [signIn] },
  { reads: SIGNS | WORDS, extractors: [feed] },
  { reads: OWN | OTHERS | LINKED, extractors: [linkedServices] },
];

/** Everything that speaks for or against a cause at this moment, each kind at most once. */
export interface Collected {
  readonly evidence: readonly Evidence[];
  /** The same by part. */
  readonly parts: readonly (readonly Evidence[])[];
}

const gather = (scene: Scene, { extractors }: Part): Evidence[] => {
  const found: Evidence[] = [];
  for (const extract of extractors) extract(scene, found);
  return found;
};

const sameWeight = (one: readonly Evidence[], other: readonly Evidence[]): boolean => {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i += 1) {
    const [here, there] = [one[i] as Evidence, other[i] as Evidence];
    // An outage that is over weighs what it weighed in force, but the rules ask for the kind.
    if (here.kind !== there.kind || here.row !== there.row || here.strength !== there.strength) return false;
  }
  return true;
};

const together = (parts: Collected['parts']): Collected => {
  const evidence: Evidence[] = [];
  for (const part of parts) for (const one of part) evidence.push(one);
  return { evidence, parts };
};

/** The evidence of a scene. */
export const collectEvidence = (scene: Scene): Collected =>
  together(PARTS.map((part) => gather(scene, part)));

/**
 * The evidence of a scene, knowing what was collected of it before and what may have `changed` since (bits). What
 * cannot weigh otherwise is taken over, with the details (counts, ages) of then; where nothing weighs otherwise it
 * is what was collected before.
 */
export const collectAgain = (scene: Scene, before: Collected, changed: number): Collected => {
  let parts: (readonly Evidence[])[] | null = null;
  for (let i = 0; i < PARTS.length; i += 1) {
    const part = PARTS[i] as Part;
    if ((part.reads & changed) === 0) continue;
    const now = gather(scene, part);
    if (!sameWeight(before.parts[i] as readonly Evidence[], now)) (parts ??= [...before.parts])[i] = now;
  }
  return parts ? together(parts) : before;
};
