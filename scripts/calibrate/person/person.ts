import type { Random } from '../random.ts';

/** Somebody in front of a browser. Shares are per occasion. No source measures these people: the ranges are wide guesses. */
export interface Person {
  /** Right at a try, with the password as it was last known to this person. */
  readonly typesRight: number;
  /** Sign-ins that this person tries before giving up. */
  readonly tries: number;
  /** Uses a second factor. */
  readonly twoFactor: boolean;
  /** ms between one act and the next, in the middle. */
  readonly pace: number;
  /** Acts after the first shock. */
  readonly acts: number;
  /** Questions of the popup that this person answers. */
  readonly answers: number;
  /** Answers nothing, whatever happens. */
  readonly mute: boolean;
  readonly unsure: number;
  /** Says the opposite of what is so. */
  readonly mistaken: number;
  /** Looks into the mailbox before answering about it; has another device to try on. */
  readonly looksAtMail: boolean;
  readonly otherDevice: boolean;
  /** Looks at the other services too. */
  readonly curious: number;
}

/**
 * Two of three let the password manager type; of the others one in eight has forgotten the password (half of all help-desk
 * calls are about that, so it cannot be rare), the rest mistype now and then.
 */
const drawTyping = (random: Random): number => {
  if (random.chance(0.65)) return random.between(0.97, 1);
  return random.chance(0.12) ? random.between(0.1, 0.5) : random.between(0.82, 0.97);
};

export const drawPerson = (random: Random): Person => ({
  typesRight: drawTyping(random),
  tries: random.pick([0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 5]),
  twoFactor: random.chance(0.3),
  pace: random.around(20_000, 2),
  acts: random.integer(1, 7),
  answers: random.chance(0.55) ? random.integer(1, 4) : 0,
  mute: false,
  unsure: random.between(0.03, 0.3),
  mistaken: random.chance(0.8) ? random.between(0, 0.01) : random.between(0.01, 0.05),
  looksAtMail: random.chance(0.75),
  otherDevice: random.chance(0.85),
  curious: random.between(0, 1),
});
