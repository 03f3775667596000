import type { Measured } from '../../lib/model/measured.ts';
import { totalOf } from './limits.ts';
import type { PolicyComparison } from './questions.ts';
import { calibrationError } from './tally/calibration.ts';
import type { Tally } from './tally/tally.ts';

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/**
 * The few figures that the extension's page on the method tells. What is as common as in life is from the natural mix;
 * break-ins, of which that holds hardly any, from the stratified one; false alarms and what is calmed from both.
 */
export const measuredFigures = (natural: Tally, stratified: Tally, { needs }: PolicyComparison): Measured => {
  const [usual, rare] = [totalOf(natural), totalOf(stratified)];
  const harmless = usual.cases - usual.compromised + rare.cases - rare.compromised;
  return {
    cases: natural.cases + stratified.cases,
    right: rounded(usual.right / Math.max(1, usual.cases - usual.traceless - usual.uncounted), 4),
    breakIns: usual.compromised - usual.traceless + rare.compromised - rare.traceless,
    calmed: usual.calmed + usual.silenced + rare.calmed + rare.silenced,
    falseAlarms: rounded((usual.falseAlarms + rare.falseAlarms) / Math.max(1, harmless), 5),
    calibrationError: rounded(calibrationError(natural.top), 4),
    questions: { telling: rounded(needs.gain.mean, 2), fixed: rounded(needs.careful.mean, 2) },
  };
};
