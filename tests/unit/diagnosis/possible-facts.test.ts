import { describe, expect, it } from 'vitest';
import { MEASUREMENT_OUTCOMES, QUESTION_OUTCOMES } from '../../../lib/diagnosis/numbers/outcomes.ts';
import { indexOf, type Row } from '../../../lib/diagnosis/numbers/row.ts';
import { observationOf, possibleFacts, type Fact } from '../../../lib/diagnosis/possible-facts.ts';
import { sensibleQuestions } from '../../../lib/diagnosis/sensible-checks.ts';
import { CAUSES, type Cause } from '../../../lib/model/cause.ts';
import { observation as schema, type Observation } from '../../../lib/model/observation.ts';
import { QUESTIONS, type Question } from '../../../lib/model/question.ts';
import { toTimestamp } from '../../../lib/model/timestamp.ts';
import { MEASURED, MEASUREMENTS } from '../../../lib/model/verdict.ts';
import { answer, at, ended, feed, login, network, page, request } from './log-builder.ts';
import { sceneAt } from './scene-at.ts';

const questionsAt = (log: readonly Observation[], seconds: number): readonly Question[] => {
  const { scene, now } = sceneAt(log, seconds);
  return sensibleQuestions(scene, now);
};

describe('a question', () => {
  const always: readonly Question[] = [
    'security-email-unrecognised',
    'posts-or-messages-not-yours',
    'works-on-another-device',
    'contacts-also-affected',
  ];
  const sometimes = (log: readonly Observation[]): Question[] => {
    const asked = questionsAt(log, 100);
    expect(asked).toEqual(expect.arrayContaining([...always]));
    return asked.filter((question) => !always.includes(question));
  };
  const password = 'changed-password-yourself';
  const contact = 'changed-contact-yourself';
  const everywhere = 'logged-out-everywhere-yourself';
  const cleared = 'cleared-browser-data';
  const wasIn = 'was-signed-in';

  it.each<[string, Observation[], Question[]]>([
    ['a session that the server ended: it was not cleared here', [ended(0)], [password, everywhere]],
    [
      'a session that ended in this browser: no sign-out elsewhere did that',
      [ended(0, 'browser')],
      [password, cleared],
    ],
    ['a session that ran out: nor did one here', [ended(0, 'expiry')], [password, cleared]],
    ['a session that is gone', [ended(0, 'unknown')], [password, everywhere, cleared]],
    ['a page that fails: nothing was lost that anybody could have taken', [page(0, 'error')], [wasIn]],
    [
      'a refused password where no session was lost',
      [page(0, 'error'), login(1, 'rejected')],
      [password, wasIn],
    ],
    ['a page that says that the password was changed', [page(0, 'old-password')], [password, wasIn]],
    ['a page that says that the contact was changed', [page(0, 'contact-changed')], [contact, wasIn]],
  ])('is asked where it makes sense: after %s', (_, log, expected) => {
    expect(sometimes(log)).toEqual(expected);
  });

  it('of the account is asked on a bad network only where direct evidence stands', () => {
    expect(questionsAt([ended(0), network(1, 'offline')], 2)).toEqual([]);
    const direct = [ended(0), page(1, 'old-password'), network(2, 'offline')];
    expect(questionsAt(direct, 3)).toContain(password);
  });
});

const chancesAt = (log: readonly Observation[]) => {
  const { scene, now } = sceneAt(log, 200);
  const all = possibleFacts(scene, now);
  const chance = ({ check, outcome }: Fact): number =>
    all.find(({ fact }) => fact.check === check && fact.outcome === outcome)?.chance ?? Number.NaN;
  const p = (cause: Cause): number => now.posterior.probabilities[indexOf(cause)] ?? 0;
  return { chance, p };
};

describe('how probable an answer is', () => {
  const yes = { check: 'changed-password-yourself', outcome: 'yes' } as const;
  const no = { check: 'changed-password-yourself', outcome: 'no' } as const;

  it('follows from what is believed: few change their password, unless a page says that it was changed', () => {
    const bare = chancesAt([ended(0)]);
    expect(bare.chance(yes)).toBeLessThan(0.2);
    expect(bare.chance(no)).toBeGreaterThan(0.7);
    // If it was not a thief, it was the person.
    const told = chancesAt([ended(0), page(1, 'old-password')]);
    const robbed = told.p('account-compromise');
    expect(told.chance(yes)).toBeGreaterThan(0.75 * (1 - robbed));
    expect(told.chance(no)).toBeLessThan(robbed + 0.15);
  });

  it('is the same as ever for what that page says nothing of', () => {
    const { chance, p } = chancesAt([ended(0), page(1, 'old-password')]);
    const mail = chance({ check: 'security-email-unrecognised', outcome: 'yes' });
    expect(mail).toBeLessThan(p('account-compromise'));
    expect(mail).toBeGreaterThan(0.5 * p('account-compromise'));
    const elsewhere = chance({ check: 'logged-out-everywhere-yourself', outcome: 'yes' });
    expect(elsewhere).toBeLessThan(0.5 * p('signed-out') + 0.02);
  });
});

describe('what a check shows', () => {
  const rowsOf = (check: keyof typeof MEASURED): readonly Row[] => MEASUREMENT_OUTCOMES[check];
  /** What it most probably shows where this cause is true. */
  const shows = (check: keyof typeof MEASURED, cause: Cause): string | undefined => {
    const chances = rowsOf(check).map((row) => row[indexOf(cause)] ?? 0);
    return MEASURED[check][chances.indexOf(Math.max(...chances))];
  };

  it.each([...QUESTIONS, ...MEASUREMENTS])('(%s) is one thing or another, whatever is true', (check) => {
    const rows = (MEASUREMENTS as readonly string[]).includes(check)
      ? rowsOf(check as keyof typeof MEASURED)
      : QUESTION_OUTCOMES[check as Question];
    for (const cause of CAUSES) {
      const sum = rows.reduce((so, row) => so + (row[indexOf(cause)] ?? 0), 0);
      expect(sum).toBeGreaterThan(0);
      expect(sum).toBeLessThanOrEqual(1 + 1e-9);
    }
  });

  it('at the front door: it answers in most outages too, and is out of reach on a bad line', () => {
    const shown = CAUSES.map((cause) => [cause, shows('front-door', cause)]);
    const elsewhere = CAUSES.filter((cause) => cause !== 'network').map((cause) => [cause, 'answers']);
    expect(shown).toEqual([...elsewhere, ['network', 'unreachable']]);
  });

  it('in the shared status: trouble in an outage and in a mass logout, else that all is well', () => {
    expect(CAUSES.filter((cause) => shows('feed', cause) === 'down')).toEqual(['outage', 'security-reset']);
  });

  it('at a sign-in: an error in an outage, a refusal after a break-in, else that it works', () => {
    expect(shows('sign-in', 'outage')).toBe('fails');
    expect(shows('sign-in', 'account-compromise')).toBe('refused');
    for (const cause of ['security-reset', 'session-expired', 'signed-out', 'browser-cleared'] as const)
      expect(shows('sign-in', cause)).toBe('works');
  });
});

describe('a fact', () => {
  const then = toTimestamp(at(0));
  const every = (): Fact[] => [
    ...QUESTIONS.flatMap((check) => (['yes', 'no'] as const).map((outcome) => ({ check, outcome }))),
    ...MEASUREMENTS.flatMap((check) => MEASURED[check].map((outcome) => ({ check, outcome }) as Fact)),
  ];

  it('comes into the log as an observation of its own that the log may hold', () => {
    const seen = every().map((fact) => observationOf(fact, 'facebook', then));
    expect(seen).toHaveLength(26);
    for (const one of seen) expect(schema.safeParse(one).error).toBeUndefined();
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(seen.length);
  });

  it('of the shared status is the word that it would bring', () => {
    const status = (outcome: 'works' | 'down'): string => {
      const seen = observationOf({ check: 'feed', outcome }, 'facebook', then);
      return seen.kind === 'feed' && seen.state === 'verified' ? seen.entry.status : 'none';
    };
    expect([status('works'), status('down')]).toEqual(['operational', 'outage']);
  });

  it('is learned at the front door only where nobody knocked in the last two minutes', () => {
    const knock = request(10, 'ok', { purpose: 'probe' });
    const knocks = (seconds: number): boolean =>
      sceneAt([ended(0), knock], seconds).trials.some(({ fact }) => fact.check === 'front-door');
    expect([knocks(130), knocks(130.001)]).toEqual([false, true]);
  });

  it('is none that was learned: neither an answer nor the word of a feed that holds', () => {
    const log = [ended(0), answer(1, 'works-on-another-device', 'no'), feed(2, 'operational')];
    const checks = sceneAt(log, 3).trials.map(({ fact }) => fact.check);
    expect(checks).not.toContain('works-on-another-device');
    expect(checks).not.toContain('feed');
    expect(checks).toContain('contacts-also-affected');
  });
});
