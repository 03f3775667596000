import type { Diagnosis } from '../../../lib/diagnosis/diagnose.ts';
import { CAUSES, type Cause, type Decision } from '../../../lib/model/cause.ts';
import type { EvidenceKind } from '../../../lib/model/evidence.ts';

/** Numbers of some causes; of the others 0. */
export type Of = { readonly [cause in Cause]?: number };
export const row = (of: Of): number[] => CAUSES.map((cause) => of[cause] ?? 0);

/** A diagnosis with these beliefs, and evidence as kind, row and how much of it counts. */
export const said = (
  decision: Decision,
  beliefs: Of,
  ...pieces: readonly (readonly [EvidenceKind, Of, number])[]
): Diagnosis =>
  ({
    decision,
    certainty: 'likely',
    alarm: 'none',
    posterior: { probabilities: row(beliefs), weights: pieces.map(([, , weight]) => weight) },
    evidence: pieces.map(([kind, of]) => ({ kind, row: row(of) })),
  }) as unknown as Diagnosis;
