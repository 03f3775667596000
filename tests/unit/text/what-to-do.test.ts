import { describe, expect, it } from 'vitest';
import { en } from '../../../locales/en.ts';
import { ALARMS, DECISIONS, type Alarm, type Decision } from '../../../lib/model/cause.ts';
import type { EvidenceKind } from '../../../lib/model/evidence.ts';
import type { Verdict } from '../../../lib/model/verdict.ts';
import { createTexts } from '../../../lib/text/texts.ts';
import { whatToDo } from '../../../lib/text/what-to-do.ts';

const texts = createTexts('en', en, { timeZone: 'UTC' });
const todo = (cause: Decision, alarm: Alarm, evidence: readonly EvidenceKind[] = []) => {
  const reasons = evidence.map((kind) => ({
    evidence: kind,
    towards: 'session-expired' as const,
    weight: 1,
  }));
  const verdict: Verdict = {
    cause,
    certainty: 'unsure',
    alarm,
    probabilities: {} as Verdict['probabilities'],
    reasons,
    alsoPossible: [],
    nextChecks: [],
  };
  return whatToDo(texts, verdict, 'facebook', 'Facebook').map(({ text }) => text);
};

describe('what to do', () => {
  it.each(DECISIONS)(
    'with a watch, whatever the cause (%s), asks the person to look for a change',
    (cause) => {
      expect(todo(cause, 'watch').slice(0, 2).join()).toMatch(/change to the account that you did not make/);
    },
  );

  it.each(DECISIONS)('with a watch does not say that it is nothing (%s)', (cause) => {
    expect(todo(cause, 'watch').join()).not.toMatch(/end by themselves|says nothing about your account/);
  });

  it('says that a session simply ends now and then where nothing asks for a look', () => {
    expect(todo('session-expired', 'none').join()).toMatch(/end by themselves/);
  });

  it('does not tell somebody to sign in again who was refused just now', () => {
    expect(todo('session-expired', 'watch').join()).toMatch(/Sign in again/);
    const refused = todo('session-expired', 'watch', ['sign-in-refused']).join();
    expect(refused).not.toMatch(/Sign in again/);
    expect(refused).toMatch(/After two refused sign-ins, stop/);
  });

  it('says no sentence twice', () => {
    for (const cause of DECISIONS)
      for (const alarm of ALARMS) {
        const said = todo(cause, alarm, ['sign-in-refused']);
        expect(new Set(said).size).toBe(said.length);
      }
  });
});
