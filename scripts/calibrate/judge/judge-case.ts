import { replaySteps, type ReplayMoment, type ServiceState } from '../../../lib/diagnosis/index.ts';
import type { Alarm, Cause, Certainty, Decision } from '../../../lib/model/cause.ts';
import type { ServiceId } from '../../../lib/model/service-id.ts';
import type { GeneratedCase } from '../case.ts';
import type { TruthKind } from '../truth/kinds.ts';
import { admitsNoMore } from './admits-no-more.ts';
import { endsRecovered } from './ends-recovered.ts';
import { createEvidenceReader, type EvidenceReader } from './evidence-reader.ts';

export interface Said {
  readonly cause: Decision;
  readonly certainty: Certainty;
  readonly alarm: Alarm;
}

/** What is to be said of one case. Steps count observations from 0. */
export interface Judgement {
  readonly kind: TruthKind;
  readonly causes: readonly [Cause, ...Cause[]];
  /** What was said of the service in focus at the last observation; null without an open incident. */
  readonly said: Said | null;
  readonly probabilities: Readonly<Record<Cause, number>> | null;
  readonly right: boolean;
  /** Why `right` does not count: the incident is over, or S1 demands an alarm that only an answer could lower. */
  readonly uncounted: 'recovered' | 'demanded' | null;
  /** A break-in of which the record holds neither direct nor strong indirect evidence: counted apart. */
  readonly traceless: boolean;
  /** A traceless break-in was called harmless with confidence. */
  readonly tracelessCalmed: boolean;
  /** Direct evidence stood and the alarm was below `act`. */
  readonly silencedAt: number | null;
  /** Without a verified outage, a traced break-in was called harmless. */
  readonly calmedAt: number | null;
  /** `act` without a break-in and without S1's demand. */
  readonly falseAlarmAt: number | null;
  /** For outages: named within three observations of this service or the browser from the opening. */
  readonly namedSoon: boolean | null;
}

const HARMLESS: readonly Decision[] = ['outage', 'session-expired', 'signed-out', 'browser-cleared'];
/** How long before the person met it the case may begin (ms). */
const BEFORE = 15 * 60_000;

const saidBy = ({ verdict: { cause, certainty, alarm } }: ServiceState): Said => ({
  cause,
  certainty,
  alarm,
});

/** Judges what was said of a case at every step and re-check, by diagnosis.md, "How good it must be". */
export const judgeMoments = (
  { kind, truth, recovered, observations }: GeneratedCase,
  moments: Iterable<ReplayMoment>,
): Judgement => {
  const { focus, causes, meets } = truth;
  const compromised = causes.includes('account-compromise');
  const readers = new Map<ServiceId, EvidenceReader>();
  for (const { service } of observations)
    if (service !== null && !readers.has(service)) readers.set(service, createEvidenceReader(service));
  const own = readers.get(focus) ?? createEvidenceReader(focus);
  const others = [...readers.values()].filter((reader) => reader !== own);

  let last: ServiceState | null = null;
  let traced = false;
  let silencedAt: number | null = null;
  let calmedAt: number | null = null;
  let falseAlarmAt: number | null = null;
  let sinceOpening = -1;
  let namedSoon = false;
  let step = -1;
  let opened = false;
  let demanded = false;
  for (const moment of moments) {
    const seen = moment.reason === 'observation' ? observations[(step = moment.step ?? step)] : undefined;
    if (seen) for (const reader of readers.values()) reader.read(seen);
    const state = moment.states.find(({ service }) => service === focus) ?? null;
    if (moment.at < meets - BEFORE) continue;
    if (seen) last = state;
    opened ||= state !== null;
    const standing = own.direct(moment.at);
    const linked = others.some((reader) => reader.direct(moment.at) === 'stands');
    demanded = !compromised && standing !== 'no';
    const elsewhere = linked || others.some((reader) => reader.direct(moment.at) === 'perhaps');
    const evident = standing === 'stands' || linked || own.strongIndirect(moment.at);
    traced ||= evident || standing !== 'no';
    if (standing === 'stands' && state?.verdict.alarm !== 'act') silencedAt ??= step;
    if (compromised && evident && state && !own.verifiedOutage(moment.at)) {
      const { cause, certainty, alarm } = state.verdict;
      if (HARMLESS.includes(cause) && certainty !== 'unsure' && alarm !== 'act') calmedAt ??= step;
    }
    if (
      !compromised &&
      standing === 'no' &&
      !elsewhere &&
      moment.states.some(({ verdict }) => verdict.alarm === 'act')
    )
      falseAlarmAt ??= step;
    if (seen && state && (seen.service === focus || seen.service === null)) {
      sinceOpening += 1;
      if (sinceOpening < 3 && causes.includes(state.verdict.cause as Cause)) namedSoon = true;
    }
  }
  const said = last ? saidBy(last) : null;
  const back = recovered || endsRecovered(observations, focus, meets - BEFORE);
  const over = opened && said === null && back && !traced;
  const right =
    said !== null &&
    (causes.includes(said.cause as Cause) ||
      (said.cause === 'unclear' && admitsNoMore(observations, focus, meets - BEFORE)));
  return {
    kind,
    causes,
    said,
    probabilities: (last?.verdict.probabilities as Record<Cause, number> | undefined) ?? null,
    right,
    uncounted: over ? 'recovered' : demanded ? 'demanded' : null,
    traceless: compromised && !traced,
    tracelessCalmed:
      compromised &&
      !traced &&
      said?.certainty === 'confident' &&
      said.alarm === 'none' &&
      !own.explained() &&
      // Where the outage is real and a break-in hides in it without a trace, "outage" is the truth.
      !(said.cause === 'outage' && causes.includes('outage')),
    silencedAt,
    calmedAt,
    falseAlarmAt,
    namedSoon: causes[0] === 'outage' ? namedSoon : null,
  };
};

/** Replays a case through the engine and judges what was said. */
export const judgeCase = (made: GeneratedCase): Judgement =>
  judgeMoments(made, replaySteps(made.observations));
