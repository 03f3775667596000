import { CAUSES, DECISIONS, type Alarm, type Cause, type Certainty, type Decision } from '../model/cause.ts';
import type { EvidenceKind } from '../model/evidence.ts';
import { costOfNth } from './expected-cost.ts';
import { keepStanding } from './hysteresis.ts';
import { CONFIDENT_FROM, LIKELY_FROM, WATCH_FROM } from './numbers/costs.ts';
import { indexOf, type Row } from './numbers/row.ts';
import type { Rules } from './safety-rules.ts';

/** What is said: the decision, how surely, and how loudly. */
export interface Judgement {
  readonly decision: Decision;
  readonly certainty: Certainty;
  readonly alarm: Alarm;
}

const BREAK_IN = indexOf('account-compromise');

/** Pages that ask the person to look, whatever the cause. */
const WORTH_WATCHING: readonly EvidenceKind[] = [
  'unusual-login-page',
  'checkpoint-page',
  'locked-page',
  'suspended-page',
  'linked-service-compromised',
];

const mostProbable = (among: readonly Cause[], probabilities: Row): Cause =>
  among.reduce((best, cause) =>
    (probabilities[indexOf(cause)] as number) > (probabilities[indexOf(best)] as number) ? cause : best,
  );

const cheapest = (probabilities: Row, rules: Rules): Decision => {
  let best: Decision = 'unclear';
  let least = Infinity;
  for (let d = 0; d < DECISIONS.length; d += 1) {
    const decision = DECISIONS[d] as Decision;
    if (decision === 'outage' && rules.massLogoutIsNoOutage) continue;
    if (decision === 'session-expired' && rules.noRoutineEnd) continue;
    const cost = costOfNth(d, probabilities);
    if (cost < least) [best, least] = [decision, cost];
  }
  return best;
};

const choose = (probabilities: Row, rules: Rules, standing: Decision | null): Decision => {
  if (rules.directEvidence) {
    // S1 against S5: what is learned while the network is bad raises the alarm and claims nothing new.
    const bad = rules.networkComesFirst && standing === 'network';
    return mostProbable(bad ? [...rules.besideABreakIn, 'network'] : rules.besideABreakIn, probabilities);
  }
  if (rules.networkComesFirst) return 'network';
  if (rules.loneLogout) return 'unclear';
  return keepStanding(standing, cheapest(probabilities, rules), probabilities, rules);
};

const CERTAINTY_RANK: Readonly<Record<Certainty, number>> = { unsure: 0, likely: 1, confident: 2 };

const certaintyOf = (decision: Decision, probabilities: Row, rules: Rules): Certainty => {
  if (decision === 'unclear') return 'unsure';
  const p = probabilities[indexOf(decision)] as number;
  const earned = p >= CONFIDENT_FROM ? 'confident' : p >= LIKELY_FROM ? 'likely' : 'unsure';
  if (earned === 'unsure') return earned;
  const most = rules.mostCertain(decision);
  return CERTAINTY_RANK[earned] > CERTAINTY_RANK[most] ? most : earned;
};

const ALARM_OF: Readonly<Record<Decision, Alarm>> = {
  outage: 'none',
  'security-reset': 'watch',
  'account-compromise': 'watch',
  'account-locked': 'watch',
  'rate-limited': 'none',
  'session-expired': 'none',
  'signed-out': 'none',
  'browser-cleared': 'none',
  network: 'none',
  unclear: 'watch',
};

const alarmOf = (
  decision: Decision,
  probabilities: Row,
  rules: Rules,
  kinds: ReadonlySet<EvidenceKind>,
): Alarm => {
  if (rules.directEvidence) return 'act';
  if (rules.worthWatching) return 'watch';
  if (WORTH_WATCHING.some((kind) => kinds.has(kind))) return 'watch';
  if (rules.networkComesFirst) return 'none';
  return (probabilities[BREAK_IN] as number) >= WATCH_FROM ? 'watch' : ALARM_OF[decision];
};

/** Chooses what to say: the rules first, then the cheapest choice, held back by what stands. */
export const decide = (
  probabilities: Row,
  rules: Rules,
  kinds: ReadonlySet<EvidenceKind>,
  standing: Decision | null,
): Judgement => {
  const decision = choose(probabilities, rules, standing);
  return {
    decision,
    certainty: certaintyOf(decision, probabilities, rules),
    alarm: alarmOf(decision, probabilities, rules, kinds),
  };
};

/** The most probable cause but for one. */
export const mostProbableBut = (but: Cause | null, probabilities: Row): Cause =>
  mostProbable(
    CAUSES.filter((cause) => cause !== but),
    probabilities,
  );
