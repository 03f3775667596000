import type { ServiceId } from '../model/service-id.ts';
import type { Verdict } from '../model/verdict.ts';
import { headline } from './headline.ts';
import { bestQuestion, questionWords, type QuestionWords } from './question-words.ts';
import { reasonWords, type ReasonWords } from './reason-words.ts';
import type { NameOf } from './service-names.ts';
import type { Texts } from './texts.ts';
import { tellingReason } from './telling-reason.ts';
import { whatToDo, type Todo } from './what-to-do.ts';

/** Everything that is said of a verdict. */
export interface VerdictWords {
  readonly headline: string;
  /** The weightiest reason for it, as a sentence; null where nothing weighs in. */
  readonly line: string | null;
  /** How sure it is, as a word. */
  readonly certaintyWord: string;
  readonly todo: readonly Todo[];
  /** The weightiest first. */
  readonly reasons: readonly ReasonWords[];
  /** The one question worth asking. */
  readonly question: QuestionWords | null;
  readonly alsoPossible: string | null;
  /** What a screen reader hears when the verdict changes. */
  readonly announcement: string;
}

/**
 * A verdict in words, for the popup, the toast and the notification.
 * @param id the service that the verdict is about
 * @param nameOf names of services
 * @param isOver it was an outage, and was found to be over (see `isFoundOver`)
 */
export const verdictWords = (
  texts: Texts,
  verdict: Verdict,
  id: ServiceId,
  nameOf: NameOf,
  isOver = false,
): VerdictWords => {
  const { t } = texts;
  const service = nameOf(id);
  const reasons = reasonWords(texts, verdict, service, nameOf);
  const told = tellingReason(verdict);
  const question = bestQuestion(verdict);
  const title = isOver ? t('over.title', { service }) : headline(texts, verdict, service);
  const certaintyWord = t(`certainty.${verdict.certainty}`);
  const also = verdict.alsoPossible.map((cause) => t(`cause.${cause}`));
  return {
    headline: title,
    line: reasons.find(({ reason }) => reason === told)?.sentence ?? null,
    certaintyWord,
    todo: whatToDo(texts, verdict, id, service, isOver),
    reasons,
    question: question && questionWords(texts, question, service),
    // Names of causes are labels: they stand side by side, not in a sentence.
    alsoPossible: also.length > 0 ? t('reasons.also', { causes: also.join(' · ') }) : null,
    announcement: t('popup.verdict-announce', { headline: title, certainty: certaintyWord }),
  };
};
