import { EVIDENCE_KINDS, type EvidenceKind } from '../../model/evidence.ts';
import { ANSWERS_ARE, type AnswerNumbers } from './answers.ts';
import { DAMPED, GROUPS } from './groups.ts';
import {
  LIKELIHOODS,
  LINKED_GONE_UNSEEN,
  LINKED_UNREACHABLE,
  MASS_LOGOUT_AND_REFUSED,
  SIGN_IN_REFUSED,
  SIGN_IN_WORKS_AT_LAST,
  SIGN_IN_WORKS_IN_AN_OUTAGE,
} from './likelihoods.ts';
import { logRow, spread, type Likelihood, type Row } from './row.ts';

const answers: readonly AnswerNumbers[] = Object.values(ANSWERS_ARE);

/** P(evidence | cause) of every kind, answers included. */
const all = {
  ...LIKELIHOODS,
  ...Object.fromEntries(
    answers.flatMap((of) => [[of.yes, of.saysYes] as const, [of.no, of.saysNo] as const]),
  ),
} as Readonly<Record<EvidenceKind, Likelihood>>;

/** ln P(evidence | cause) of each kind of evidence. */
export const LOG_LIKELIHOODS = Object.fromEntries(
  EVIDENCE_KINDS.map((kind) => [kind, logRow(all[kind])]),
) as Readonly<Record<EvidenceKind, Row>>;

/** ln P(refused | cause) in a context that changes its meaning. */
export const LOG_REFUSED = {
  twice: logRow(SIGN_IN_REFUSED.twice),
  explained: logRow(SIGN_IN_REFUSED.explained),
  everywhere: logRow(SIGN_IN_REFUSED.everywhere),
} as const;

/** ln P(signing in works after something was in the way | cause). */
export const LOG_WORKS_AT_LAST = logRow(SIGN_IN_WORKS_AT_LAST);

/** ln P(a linked service cannot be reached | cause). */
export const LOG_LINKED_UNREACHABLE = {
  alone: logRow(LINKED_UNREACHABLE.alone),
  inTrouble: logRow(LINKED_UNREACHABLE.inTrouble),
} as const;

/** ln P(a linked service's session was found gone too | cause). */
export const LOG_LINKED_GONE_UNSEEN = logRow(LINKED_GONE_UNSEEN);

/** ln P(many signed out, and refused | cause). */
export const LOG_MASS_LOGOUT_AND_REFUSED = logRow(MASS_LOGOUT_AND_REFUSED);

/** ln P(many get in again | cause) from an entry that says `outage`. */
export const LOG_SIGN_IN_WORKS_IN_AN_OUTAGE = logRow(SIGN_IN_WORKS_IN_AN_OUTAGE);

/** The largest difference that each kind can make between two causes; it says which member of a group is strongest. */
export const SPREADS = Object.fromEntries(
  EVIDENCE_KINDS.map((kind) => [kind, spread(LOG_LIKELIHOODS[kind])]),
) as Readonly<Record<EvidenceKind, number>>;

const groupNames = [...new Set(EVIDENCE_KINDS.map((kind) => GROUPS[kind] ?? kind))];

/** The number of each kind's group. */
export const GROUP_OF = Object.fromEntries(
  EVIDENCE_KINDS.map((kind) => [kind, groupNames.indexOf(GROUPS[kind] ?? kind)]),
) as Readonly<Record<EvidenceKind, number>>;
export const GROUP_COUNT = groupNames.length;

export { DAMPED };
