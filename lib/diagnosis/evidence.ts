import { EVIDENCE_KINDS, type EvidenceDetail, type EvidenceKind } from '../model/evidence.ts';
import type { ServiceId } from '../model/service-id.ts';
import type { Course } from './course/course.ts';
import type { ServiceFacts } from './facts/service-facts.ts';
import type { Sighting } from './facts/signs.ts';
import type { World } from './facts/world.ts';
import { GROUP_OF, LOG_LIKELIHOODS, SPREADS } from './numbers/log-likelihoods.ts';
import type { Row } from './numbers/row.ts';

/** One piece of evidence: what it is, what it says of each cause, and how much of that counts. */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** ln P(evidence | cause). */
  readonly row: Row;
  /** 0 to 1: age, confidence, and how well it was seen. */
  readonly strength: number;
  readonly detail: EvidenceDetail | undefined;
  /** The number of its group, and how far its kind can move the odds (see `posterior.ts`). */
  readonly group: number;
  readonly spread: number;
}

/** What an extractor looks at: one service's facts, the world around them, and the moment (ms). */
export interface Scene {
  readonly facts: ServiceFacts;
  readonly world: World;
  readonly at: number;
  readonly openedAt: number;
  /** How the incident has gone so far. */
  readonly course: Course;
  /** Direct evidence (rule S1) stands for this linked service. */
  readonly compromisedLink: ServiceId | null;
}

/** Adds the evidence of one family to the list. */
export type Extractor = (scene: Scene, found: Evidence[]) => void;

/** The same for a family that does not look at the moment: nothing of it changes while nothing is seen. */
export type TimelessExtractor = (scene: Omit<Scene, 'at'>, found: Evidence[]) => void;

/** What is the same for all evidence of a kind, looked up at once. */
const OF_KIND: ReadonlyMap<EvidenceKind, Pick<Evidence, 'row' | 'group' | 'spread'>> = new Map(
  EVIDENCE_KINDS.map((kind) => [
    kind,
    { row: LOG_LIKELIHOODS[kind], group: GROUP_OF[kind], spread: SPREADS[kind] },
  ]),
);

/** A piece of evidence with the likelihoods of its kind, or with those that the context gives it. */
export const evidence = (kind: EvidenceKind, strength = 1, detail?: EvidenceDetail, row?: Row): Evidence => {
  const of = OF_KIND.get(kind) as Pick<Evidence, 'row' | 'group' | 'spread'>;
  return { kind, row: row ?? of.row, strength, detail, group: of.group, spread: of.spread };
};

/** Evidence of a sign that was seen so many times, as far as it still counts. */
export const counted = (kind: EvidenceKind, sighting: Sighting, full = 1): Evidence => {
  const strength = full * (sighting.part ?? 1);
  const made = sighting.asEvidence;
  if (made?.kind === kind && made.strength === strength) return made;
  return (sighting.asEvidence = evidence(kind, strength, { count: sighting.count }));
};
