import { CAUSES, type Cause } from '../model/cause.ts';
import type { NextCheck, Reason, Verdict } from '../model/verdict.ts';
import { mostProbableBut } from './decide.ts';
import type { Diagnosis } from './diagnose.ts';
import { ALSO_POSSIBLE_FROM, BREAK_IN_ALSO_POSSIBLE_FROM } from './numbers/costs.ts';
import { indexOf } from './numbers/row.ts';

/** The two causes that the reasons weigh against each other: the one that was named (or is most probable), and the next. */
export const rivals = (of: Diagnosis): { readonly favoured: Cause; readonly runnerUp: Cause } => {
  const { probabilities } = of.posterior;
  const favoured = of.decision === 'unclear' ? mostProbableBut(null, probabilities) : of.decision;
  return { favoured, runnerUp: mostProbableBut(favoured, probabilities) };
};

/**
 * Every piece of evidence with the weight it really had between the two rivals. ln(prior odds) plus the weights
 * towards the favoured cause minus those towards the runner-up is ln of the odds between them.
 */
const reasonsOf = (of: Diagnosis): Reason[] => {
  const { favoured, runnerUp } = rivals(of);
  const [here, there] = [indexOf(favoured), indexOf(runnerUp)];
  const reasons: Reason[] = [];
  of.evidence.forEach(({ kind, row, detail }, index) => {
    const counts = of.posterior.weights[index] as number;
    const signed = counts * ((row[here] as number) - (row[there] as number));
    if (signed === 0) return;
    const reason = { evidence: kind, towards: signed > 0 ? favoured : runnerUp, weight: Math.abs(signed) };
    reasons.push(detail ? { ...reason, detail } : reason);
  });
  return reasons.sort((a, b) => b.weight - a.weight);
};

const alsoPossible = (of: Diagnosis): Cause[] => {
  const p = (cause: Cause): number => of.posterior.probabilities[indexOf(cause)] as number;
  const from = (cause: Cause): number =>
    cause === 'account-compromise' ? BREAK_IN_ALSO_POSSIBLE_FROM : ALSO_POSSIBLE_FROM;
  return CAUSES.filter((cause) => cause !== of.decision && p(cause) >= from(cause)).sort(
    (a, b) => p(b) - p(a),
  );
};

/** The diagnosis in the words of the model. */
export const explain = (of: Diagnosis, nextChecks: readonly NextCheck[]): Verdict => ({
  cause: of.decision,
  certainty: of.certainty,
  alarm: of.alarm,
  probabilities: Object.fromEntries(
    CAUSES.map((cause, index) => [cause, of.posterior.probabilities[index] as number]),
  ) as Verdict['probabilities'],
  reasons: reasonsOf(of),
  alsoPossible: alsoPossible(of),
  nextChecks: [...nextChecks],
});
