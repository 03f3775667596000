import type { Decision } from '../model/cause.ts';
import type { EvidenceKind } from '../model/evidence.ts';
import type { ServiceId } from '../model/service-id.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Texts } from './texts.ts';
import type { TextKey } from './translator.ts';

export type TodoKind = 'do' | 'dont' | 'know';
export interface Todo {
  readonly kind: TodoKind;
  readonly text: string;
}

type TodoKey =
  Extract<TextKey, `todo.${string}`> extends infer Key
    ? Key extends `todo.${infer Name}`
      ? Name extends 'title' | 'more' | `kind.${string}`
        ? never
        : Name
      : never
    : never;
type Step = readonly [TodoKind, TodoKey];

const NO_PHONE = 'no-phone-meta' satisfies TodoKey;

/** What helps and what harms, per decision, the most important first. */
const STEPS: Readonly<Record<Decision, readonly Step[]>> = {
  outage: [
    ['do', 'wait-outage'],
    ['dont', 'no-reset-outage'],
    ['know', NO_PHONE],
    ['dont', 'two-tries'],
    ['do', 'keep-one-device'],
  ],
  'security-reset': [
    ['do', 'own-address'],
    ['do', 'unique-password'],
    ['know', NO_PHONE],
  ],
  'account-compromise': [
    ['do', 'known-device'],
    ['dont', 'tell-no-code'],
    ['know', NO_PHONE],
  ],
  'account-locked': [
    ['do', 'follow-check'],
    ['dont', 'pay-nobody'],
    ['know', 'lock-may-be-mistake'],
    ['know', NO_PHONE],
  ],
  'rate-limited': [
    ['do', 'wait-rate'],
    ['dont', 'stop-trying'],
  ],
  'session-expired': [
    ['do', 'sign-in-again'],
    ['know', 'routine'],
  ],
  'signed-out': [
    ['do', 'sign-in-again'],
    ['know', 'was-not-you'],
  ],
  'browser-cleared': [
    ['do', 'sign-in-again'],
    ['know', 'look-what-cleared'],
  ],
  network: [
    ['do', 'check-connection'],
    ['dont', 'no-reset-network'],
    ['know', 'network-says-nothing'],
  ],
  unclear: [
    ['do', 'look-elsewhere'],
    ['dont', 'no-hurry-password'],
    ['know', NO_PHONE],
  ],
};

/** During an outage the account cannot be secured yet; what can be done first is the e-mail account. */
const ACT_WHILE_DOWN: readonly Step[] = [
  ['do', 'mail-first'],
  ['do', 'secure-when-back'],
  ['dont', 'tell-no-code'],
  ['know', NO_PHONE],
];

/** The outage is over for others. */
const OVER: readonly Step[] = [
  ['do', 'try-again'],
  ['know', 'slow-return'],
  ['know', NO_PHONE],
];

/** Services of the one company of which it is known that it has no support by telephone. */
const META: readonly ServiceId[] = [
  'facebook',
  'instagram',
  'messenger',
  'threads',
  'whatsapp',
  'whatsapp-business',
];

/** Words that calm: they have no place beside an alarm that asks the person to look. */
const CALMING: readonly TodoKey[] = ['routine', 'look-what-cleared', 'network-says-nothing'];
/** What a watch asks for: a thief who changes something leaves a message about it. */
const LOOK: Step = ['do', 'look-for-change'];
const REFUSED: readonly EvidenceKind[] = ['sign-in-refused'];

/** With a watch, the person is asked to look; who was refused just now is not told to try again. */
const whileWatching = (steps: readonly Step[], refused: boolean): readonly Step[] => {
  const [first, ...others] = steps.filter(([, key]) => !CALMING.includes(key));
  if (!first) return [LOOK];
  const isRetry = refused && first[1] === 'sign-in-again';
  return isRetry ? [LOOK, ['dont', 'two-tries'], ...others] : [first, LOOK, ...others];
};

const stepsFor = ({ cause, alarm, reasons }: Verdict): readonly Step[] => {
  if (alarm === 'act')
    return cause === 'outage' || cause === 'network' ? ACT_WHILE_DOWN : STEPS['account-compromise'];
  if (alarm === 'none') return STEPS[cause];
  return whileWatching(
    STEPS[cause],
    reasons.some(({ evidence }) => REFUSED.includes(evidence)),
  );
};

/**
 * What to do, what not to do and what is good to know, the most important first.
 * @param id the service that the verdict is about
 * @param service its name
 * @param isOver it was an outage, and is over
 */
export const whatToDo = (
  { t }: Texts,
  verdict: Verdict,
  id: ServiceId,
  service: string,
  isOver = false,
): readonly Todo[] =>
  (isOver ? OVER : stepsFor(verdict)).map(([kind, key]) => {
    const name = key === NO_PHONE && !META.includes(id) ? 'no-phone-other' : key;
    return { kind, text: t(`todo.${name}`, { service }) };
  });
