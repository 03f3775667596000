import type { Decision } from '../model/cause.ts';
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

/** Services of the one company of which it is known that it has no support by telephone. */
const META: readonly ServiceId[] = [
  'facebook',
  'instagram',
  'messenger',
  'threads',
  'whatsapp',
  'whatsapp-business',
];

const stepsFor = ({ cause, alarm }: Verdict): readonly Step[] => {
  if (alarm === 'act')
    return cause === 'outage' || cause === 'network' ? ACT_WHILE_DOWN : STEPS['account-compromise'];
  return STEPS[cause];
};

/**
 * What to do, what not to do and what is good to know, the most important first.
 * @param id the service that the verdict is about
 * @param service its name
 */
export const whatToDo = ({ t }: Texts, verdict: Verdict, id: ServiceId, service: string): readonly Todo[] =>
  stepsFor(verdict).map(([kind, key]) => {
    const name = key === NO_PHONE && !META.includes(id) ? 'no-phone-other' : key;
    return { kind, text: t(`todo.${name}`, { service }) };
  });
