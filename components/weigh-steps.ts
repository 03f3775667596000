import { CAUSES, type Cause } from '../lib/model/cause.ts';
import type { EvidenceKind } from '../lib/model/evidence.ts';
import type { Verdict } from '../lib/model/verdict.ts';

/** How far the balance moved: natural logs of the odds between the two causes, before and after. */
export interface WeighStep {
  /** null: the base rates, before any sign. */
  readonly evidence: EvidenceKind | null;
  readonly from: number;
  readonly to: number;
}

export interface Weighing {
  readonly favoured: Cause;
  readonly runnerUp: Cause;
  readonly steps: readonly WeighStep[];
}

/**
 * A verdict that names a cause as a balance between it and the runner-up: first the base rates, then each reason with
 * the weight that it had, the lightest first. It ends at the odds that the verdict's probabilities show.
 */
export const weighSteps = ({ cause, probabilities, reasons }: Verdict): Weighing => {
  const p = (one: Cause): number => probabilities[one] ?? 0;
  const sorted = CAUSES.toSorted((a, b) => p(b) - p(a));
  const favoured = cause === 'unclear' ? (sorted[0] as Cause) : cause;
  const runnerUp = sorted.find((one) => one !== favoured) as Cause;
  const moves = reasons
    .toSorted((a, b) => a.weight - b.weight)
    .map(({ evidence, towards, weight }) => ({ evidence, by: towards === favoured ? weight : -weight }));
  const end = Math.log(p(favoured) / p(runnerUp));
  let at = moves.reduce((rest, { by }) => rest - by, end);
  const steps: WeighStep[] = [{ evidence: null, from: 0, to: at }];
  for (const { evidence, by } of moves) steps.push({ evidence, from: at, to: (at += by) });
  return { favoured, runnerUp, steps };
};
