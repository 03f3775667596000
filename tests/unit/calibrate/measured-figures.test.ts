import { expect, it } from 'vitest';
import { readMeasured } from '../../../lib/app/measured-figures.ts';
import { measuredFigures } from '../../../scripts/calibrate/measured-figures.ts';
import type { PolicyComparison } from '../../../scripts/calibrate/questions.ts';
import { addPrediction } from '../../../scripts/calibrate/tally/calibration.ts';
import { emptyTally, noCounts, type Counts, type Tally } from '../../../scripts/calibrate/tally/tally.ts';

const tallyOf = (counts: Partial<Counts>): Tally => {
  const tally = emptyTally();
  tally.kinds['any'] = { ...noCounts(), ...counts };
  tally.cases = counts.cases ?? 0;
  return tally;
};
const need = (mean: number) => ({ mean, afterOne: 0, afterTwo: 0 });

it('the page’s figures are those of the two mixes, as its schema wants them', () => {
  const natural = tallyOf({ cases: 110, uncounted: 10, right: 97, falseAlarms: 1 });
  addPrediction(natural.top, 0.9, true);
  const stratified = tallyOf({
    cases: 100,
    compromised: 30,
    traceless: 12,
    calmed: 1,
    silenced: 1,
    right: 50,
  });
  const questions: PolicyComparison = {
    cases: 9,
    needs: { gain: need(1.784), careful: need(2.381), listed: need(3) },
  };
  const figures = measuredFigures(natural, stratified, questions);
  expect(figures).toEqual({
    cases: 210,
    right: 0.97,
    breakIns: 18,
    calmed: 2,
    falseAlarms: 0.00556,
    calibrationError: 0.1,
    questions: { telling: 1.78, fixed: 2.38 },
  });
  expect(readMeasured(JSON.parse(JSON.stringify(figures)))).toEqual(figures);
});
