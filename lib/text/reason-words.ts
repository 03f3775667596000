import type { Reason, Verdict } from '../model/verdict.ts';
import { evidenceSentence } from './evidence-sentence.ts';
import { heaviestFirst, speaksFor } from './telling-reason.ts';
import type { NameOf } from './service-names.ts';
import type { Texts } from './texts.ts';

export interface ReasonWords {
  readonly reason: Reason;
  readonly sentence: string;
  /** Whether it speaks for what the verdict says; null where the verdict says nothing yet. */
  readonly speaksFor: boolean | null;
  /** Strength and direction in words, for those who do not see the bar. */
  readonly bearing: string;
  /** What it points to, where that is not the decision. */
  readonly towards: string | null;
  /** Length of the bar, 0 to 1. */
  readonly share: number;
}

/** A weight is the natural log of a likelihood ratio: 20 to 1 is strong, 3 to 1 is medium. */
const STRONG = Math.log(20);
const MEDIUM = Math.log(3);
/** A bar is full at 150 to 1, so that one giant does not make the others invisible. */
const FULL = Math.log(150);

const strength = (weight: number) => (weight >= STRONG ? 'strong' : weight >= MEDIUM ? 'medium' : 'weak');

/**
 * The reasons of a verdict in words, the heaviest first.
 * @param service the name of the service that the verdict is about
 */
export const reasonWords = (
  texts: Texts,
  verdict: Verdict,
  service: string,
  nameOf: NameOf,
): readonly ReasonWords[] => {
  const { t } = texts;
  return heaviestFirst(verdict).map((reason) => {
    const isFor = verdict.cause === 'unclear' ? null : speaksFor(verdict, reason);
    const towards =
      reason.towards === verdict.cause ? null : t('reasons.towards', { cause: t(`cause.${reason.towards}`) });
    const side = towards ?? t('reasons.for');
    return {
      reason,
      sentence: evidenceSentence(texts, reason.evidence, service, nameOf, reason.detail),
      speaksFor: isFor,
      bearing: `${t(`reasons.${strength(reason.weight)}`)}, ${side}`,
      towards,
      share: Math.min(1, Math.max(0.1, reason.weight / FULL)),
    };
  });
};
