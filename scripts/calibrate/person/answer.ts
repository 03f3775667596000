import type { Answer, Question } from '../../../lib/model/question.ts';
import type { Random } from '../random.ts';
import { levelAt } from '../truth/fault.ts';
import { UNTOUCHED, type Situation } from '../truth/situation.ts';
import type { Person } from './person.ts';

/** Chance that yes is what the person sees, and how much of the rest is "I cannot tell". */
interface View {
  readonly yes: number;
  readonly dark: number;
}

const seen = (yes: number, dark = 0): View => ({ yes, dark });
const fact = (is: boolean): View => seen(is ? 1 : 0);

const onAnotherDevice = (situation: Situation, at: number): View => {
  const account = situation.accounts[situation.focus] ?? UNTOUCHED;
  const fault = situation.faults.find(({ service }) => service === situation.focus);
  if (
    fault &&
    fault.signIn.refused + fault.signIn.error + (fault.wire?.share ?? 0) > 0.2 &&
    levelAt(fault, at) > 0.2
  )
    return seen(0.12);
  // Signed out there too; who has signed in again since says yes.
  if (fault && levelAt(fault, at) > 0) return seen(0.5);
  if (account.thief?.passwordChanged) return seen(0.15);
  if (account.lock) return seen(0.08);
  if (account.limitedUntil !== null) return seen(0.7);
  if (account.own.everywhere) return seen(0.6);
  return seen(0.96);
};

const forContacts = (situation: Situation, at: number): View => {
  const fault = situation.faults.find(({ service }) => service === situation.focus);
  if (!fault || levelAt(fault, at) === 0) return seen(0.02, 0.4);
  return seen(fault.crowd.scope === 'regional' ? 0.6 : Math.min(0.92, 0.4 + fault.crowd.times / 150), 0.25);
};

const viewOf = (question: Question, situation: Situation, person: Person, at: number): View => {
  const { thief, own } = situation.accounts[situation.focus] ?? UNTOUCHED;
  switch (question) {
    case 'changed-password-yourself':
      return fact(own.passwordChanged);
    case 'changed-contact-yourself':
      return fact(own.contactChanged);
    case 'logged-out-everywhere-yourself':
      return fact(own.everywhere);
    case 'cleared-browser-data':
      return situation.clearing === 'by-hand'
        ? seen(1)
        : situation.clearing === 'by-tool'
          ? seen(0.45, 0.3)
          : seen(0.01);
    case 'security-email-unrecognised':
      return thief?.mail
        ? person.looksAtMail
          ? seen(0.97)
          : seen(0, 0.6)
        : seen(0.008, person.looksAtMail ? 0 : 0.3);
    case 'posts-or-messages-not-yours':
      return thief?.posts ? seen(0.75, 0.6) : seen(0.004, 0.15);
    case 'works-on-another-device':
      return person.otherDevice ? onAnotherDevice(situation, at) : seen(0, 1);
    case 'contacts-also-affected':
      return forContacts(situation, at);
    case 'was-signed-in':
      return seen(0.97);
  }
};

const OWN_DOINGS: readonly Question[] = [
  'changed-password-yourself',
  'changed-contact-yourself',
  'logged-out-everywhere-yourself',
  'cleared-browser-data',
];

/** What this person says at `at` (ms): mostly what is so, as far as it can be seen from where they sit. */
export const answerOf = (
  random: Random,
  question: Question,
  situation: Situation,
  person: Person,
  at: number,
): Answer => {
  const view = viewOf(question, situation, person, at);
  // What one did oneself one mostly knows.
  const own = OWN_DOINGS.includes(question) && view.yes === 1;
  if (random.chance(own ? person.unsure / 4 : person.unsure)) return 'unsure';
  const yes = random.chance(view.yes);
  if (!yes && random.chance(view.dark)) return 'unsure';
  return yes !== random.chance(person.mistaken) ? 'yes' : 'no';
};
