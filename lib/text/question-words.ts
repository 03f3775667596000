import { ANSWERS, type Answer, type Question } from '../model/question.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Texts } from './texts.ts';

export interface QuestionWords {
  readonly question: Question;
  readonly text: string;
  readonly hint: string | null;
  readonly answers: readonly { readonly answer: Answer; readonly text: string }[];
}

/** A triage question with its three answers. */
export const questionWords = ({ t }: Texts, question: Question, service: string): QuestionWords => ({
  question,
  text: t(`question.${question}`, { service }),
  hint: question === 'security-email-unrecognised' ? t(`question.hint.${question}`) : null,
  answers: ANSWERS.map((answer) => ({ answer, text: t(`answer.${answer}`) })),
});

/** The question whose answer would change the verdict most, or null when none would. */
export const bestQuestion = ({ nextChecks }: Pick<Verdict, 'nextChecks'>): Question | null =>
  nextChecks
    .filter((check) => check.type === 'question')
    .toSorted((a, b) => b.gain - a.gain)
    .at(0)?.question ?? null;
