import { PRIORS, type ServiceState } from '../../lib/diagnosis/index.ts';
import type { Alarm, Cause, Certainty, Decision } from '../../lib/model/cause.ts';
import type { ServiceId } from '../../lib/model/service-id.ts';
import { toTimestamp, type Timestamp } from '../../lib/model/timestamp.ts';

/** What is said of a service at a moment; nothing where it has no incident. */
export interface Said {
  readonly cause: Decision | null;
  readonly certainty: Certainty | null;
  readonly alarm: Alarm;
}

/** A line about a service at a moment: after an observation (`step`), or for an expectation (`expectation`, `met`). */
export interface StateLine extends Said {
  readonly file: string;
  readonly step?: number;
  readonly at: Timestamp;
  readonly service: ServiceId;
  readonly probabilities: Readonly<Record<Cause, number>>;
  readonly reasons: readonly {
    readonly evidence: string;
    readonly towards: Cause;
    readonly weight: number;
  }[];
  readonly expectation?: number;
  readonly met?: boolean;
}

/** The line at the end for something that must never hold. */
export interface NeverLine {
  readonly file: string;
  readonly service: ServiceId;
  readonly expectation: number;
  readonly met: boolean;
}

const total = Object.values(PRIORS).reduce((sum, share) => sum + share, 0);
/** Without an incident nothing is known beyond the base rates. */
const baseRates = Object.fromEntries(
  Object.entries(PRIORS).map(([cause, share]) => [cause, share / total]),
) as Readonly<Record<Cause, number>>;

const NOTHING: Said = { cause: null, certainty: null, alarm: 'none' };

/** What is said of a service, given its state (undefined: no incident). */
export const saidOf = (state: ServiceState | undefined): Said =>
  state
    ? { cause: state.verdict.cause, certainty: state.verdict.certainty, alarm: state.verdict.alarm }
    : NOTHING;

/** The body of a line: what is said, the probabilities and the reasons. */
export const bodyOf = (
  file: string,
  at: number,
  service: ServiceId,
  state: ServiceState | undefined,
): Omit<StateLine, 'step' | 'expectation' | 'met'> => ({
  file,
  at: toTimestamp(at),
  service,
  ...saidOf(state),
  probabilities: state ? (state.verdict.probabilities as Record<Cause, number>) : baseRates,
  reasons: (state?.verdict.reasons ?? []).map(({ evidence, towards, weight }) => ({
    evidence,
    towards,
    weight,
  })),
});
