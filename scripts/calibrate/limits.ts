import { calibrationError } from './tally/calibration.ts';
import { addCounts, noCounts, type Counts, type Tally } from './tally/tally.ts';
import type { Mix } from './mixes.ts';

/** One limit of diagnosis.md, "How good it must be", and what was measured. */
export interface Limit {
  readonly what: string;
  readonly measured: string;
  readonly allowed: string;
  /** null: printed, not held. */
  readonly kept: boolean | null;
}

export const totalOf = (tally: Tally): Counts => {
  const sum = noCounts();
  for (const counts of Object.values(tally.kinds)) addCounts(sum, counts);
  return sum;
};

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;

/**
 * The limit of the right cause is about what people meet: it is held on the natural mix. In the stratified one, what no
 * record can tell apart is many times commoner than in life (a sign-out from another device that nobody mentions, a mass
 * logout without a feed, Firefox's silence about an extension); there a floor of its own keeps what has been reached.
 */
const RIGHT: Readonly<Record<Mix, number>> = { natural: 0.95, stratified: 0.9 };

/**
 * The limits, measured. Calibration is a promise about how often things happen, so it is held on the natural mix, whose
 * rates are those of life. False reassurance and false alarm are held on both: they must not happen to anybody.
 */
export const limitsOf = (mix: Mix, tally: Tally): readonly Limit[] => {
  const all = totalOf(tally);
  const counted = all.cases - all.traceless - all.uncounted;
  const harmless = all.cases - all.compromised;
  const falseAlarms = all.falseAlarms / Math.max(1, harmless);
  const right = all.right / Math.max(1, counted);
  const error = calibrationError(tally.top);
  const named = all.namedSoon / Math.max(1, all.outages);
  return [
    {
      what: 'false reassurance: direct evidence stands, alarm below act',
      measured: String(all.silenced),
      allowed: '0',
      kept: all.silenced === 0,
    },
    {
      what: 'false reassurance: a traced break-in called harmless',
      measured: String(all.calmed),
      allowed: '0',
      kept: all.calmed === 0,
    },
    {
      what: `traceless break-ins (${all.traceless}) called harmless with confidence`,
      measured: String(all.tracelessCalmed),
      allowed: '0',
      kept: all.tracelessCalmed === 0,
    },
    { what: 'false alarm', measured: percent(falseAlarms), allowed: '≤ 0.50 %', kept: falseAlarms <= 0.005 },
    {
      what: 'right cause at the last observation',
      measured: percent(right),
      allowed: `≥ ${percent(RIGHT[mix])}`,
      kept: right >= RIGHT[mix],
    },
    {
      what: 'expected calibration error',
      measured: error.toFixed(4),
      allowed: mix === 'natural' ? '≤ 0.0300' : '(printed)',
      kept: mix === 'natural' ? error <= 0.03 : null,
    },
    {
      what: 'outages named within 3 observations',
      measured: percent(named),
      allowed: '(printed)',
      kept: null,
    },
  ];
};
