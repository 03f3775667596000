import { describe, expect, it } from 'vitest';
import { en } from '../../locales/en.ts';
import { fr } from '../../locales/fr.ts';
import { ALARMS, CERTAINTIES, DECISIONS } from '../../lib/model/cause.ts';
import { EVIDENCE_KINDS } from '../../lib/model/evidence.ts';
import { QUESTIONS } from '../../lib/model/question.ts';
import { MEASURED, type Change, type Verdict } from '../../lib/model/verdict.ts';
import type { ServiceId } from '../../lib/model/service-id.ts';
import { changeWords } from '../../lib/text/change-words.ts';
import { evidenceSentence } from '../../lib/text/evidence-sentence.ts';
import { headline } from '../../lib/text/headline.ts';
import { questionWords } from '../../lib/text/question-words.ts';
import { createTexts } from '../../lib/text/texts.ts';
import { whatToDo } from '../../lib/text/what-to-do.ts';

const named = (id: ServiceId): string => `<${id}>`;
const details = [undefined, { count: 7 }, { seconds: 7440 }, { service: 'instagram' }, { count: 1 }];
const FACTS = [
  ...QUESTIONS.flatMap((check) => ['yes', 'no'].map((outcome) => ({ check, outcome }))),
  ...Object.entries(MEASURED).flatMap(([check, shows]) => shows.map((outcome) => ({ check, outcome }))),
];
const ASKED = [{ type: 'question', question: 'was-signed-in', gain: 1 } as const];

describe.each([createTexts('en', en), createTexts('fr', fr)])('in $language', (texts) => {
  it.each(EVIDENCE_KINDS)('%s is a whole sentence, with and without numbers', (kind) => {
    for (const detail of details) {
      const sentence = evidenceSentence(texts, kind, 'Facebook', named, detail);
      expect(sentence).toMatch(/^[\p{Lu}\d<].*\.$/u);
      expect(sentence).not.toMatch(/[{}]|undefined|NaN/);
    }
  });

  it.each(DECISIONS)('%s has a headline at every certainty and alarm, and something to do', (cause) => {
    for (const certainty of CERTAINTIES)
      for (const alarm of ALARMS) {
        const words = headline(texts, { cause, certainty, alarm }, 'Facebook');
        expect(words).toMatch(/Facebook.*\.$/);
        const verdict = {
          cause,
          certainty,
          alarm,
          probabilities: {},
          reasons: [],
          alsoPossible: [],
          nextChecks: ASKED,
        } as never;
        const steps = whatToDo(texts, verdict, 'x', 'Facebook');
        expect(steps.length).toBeGreaterThan(0);
        expect(steps.map(({ text }) => text).join()).not.toMatch(/[{}]|Meta/);
      }
  });

  it('says something different of each cause', () => {
    const lines = DECISIONS.map((cause) =>
      headline(texts, { cause, certainty: 'confident', alarm: 'none' }, 'X'),
    );
    expect(new Set(lines).size).toBe(DECISIONS.length);
  });

  it('claims the more the surer it is', () => {
    const said = CERTAINTIES.map((certainty) =>
      headline(texts, { cause: 'outage', certainty, alarm: 'none' }, 'X'),
    );
    expect(new Set(said).size).toBe(CERTAINTIES.length);
  });

  it.each(QUESTIONS)('%s is a question with three answers', (question) => {
    const words = questionWords(texts, question, 'Facebook');
    expect(words.text).toMatch(/\?$/);
    expect(words.answers.map(({ text }) => text).filter(Boolean)).toHaveLength(3);
  });

  it.each(FACTS)('$check $outcome is a condition, and more than one may lead to the same', (fact) => {
    const to = { cause: 'outage', certainty: 'likely', alarm: 'none' } as const;
    const other = { check: 'was-signed-in', outcome: 'no', to } as Change;
    const verdict = { cause: 'unclear', alarm: 'watch', wouldChange: [{ ...fact, to }, other] } as Verdict;
    const [words, ...rest] = changeWords(texts, verdict, 'Facebook');
    expect(rest).toEqual([]);
    expect(words?.conditions).toHaveLength(2);
    expect(words?.conditions[0]?.text).toMatch(/, (or|ou)$/);
    const [first, second] = words?.conditions ?? [];
    expect(first?.text).toMatch(/^(If|Si,?|S’il) /);
    expect(second?.text).toMatch(/^(if|si,?|s’il) /);
    for (const { text } of words?.conditions ?? []) {
      expect(text).toMatch(/[^:.]$/);
      expect(text).not.toMatch(/[{}]|undefined/);
    }
  });
});
