import { MEASUREMENTS, type Change, type NextCheck } from '../model/verdict.ts';
import type { Question } from '../model/question.ts';
import type { Diagnosis } from './diagnose.ts';
import { expectedGain } from './expected-gain.ts';
import { GAIN_FROM } from './numbers/costs.ts';
import { UNSAID_COUNTS } from './numbers/gain.ts';
import type { Measurement } from './sensible-checks.ts';
import type { Trial } from './trials.ts';

const isMeasurement = (check: Change['check']): check is Measurement =>
  (MEASUREMENTS as readonly string[]).includes(check);

const checkOf = (check: Change['check'], gain: number): NextCheck =>
  isMeasurement(check)
    ? { type: 'measurement', measurement: check, gain }
    : { type: 'question', question: check as Question, gain };

/**
 * The questions and measurements by which most is expected to be gained, best first (see `expectedGain`). Nothing that
 * was answered yes or no, nothing that makes no sense here, nothing that tells nothing.
 * @param trials every fact that may be learned next, tried out.
 */
export const nextChecks = (now: Diagnosis, trials: readonly Trial[]): readonly NextCheck[] =>
  [...new Set(trials.map(({ fact }) => fact.check))]
    .map((check) =>
      checkOf(
        check,
        expectedGain(
          now,
          trials.filter(({ fact }) => fact.check === check),
        ),
      ),
    )
    .filter(({ gain }) => gain >= UNSAID_COUNTS * GAIN_FROM)
    .sort((a, b) => b.gain - a.gain);
