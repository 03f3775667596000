import type { ReasonWords } from '../lib/text/reason-words.ts';
import { useSpeech } from './speech.tsx';

const side = (speaksFor: boolean | null): string =>
  speaksFor === null ? 'open' : speaksFor ? 'for' : 'against';

const ReasonRow = ({ words }: { readonly words: ReasonWords }) => (
  <li
    class={`reason reason-${side(words.speaksFor)}`}
    data-testid="reason"
    data-evidence={words.reason.evidence}
    data-towards={words.reason.towards}
  >
    <span class="reason-words">
      {words.sentence}
      <span class="unseen"> ({words.bearing})</span>
      {words.towards !== null && (
        <span class="reason-towards" aria-hidden="true">
          {words.towards}
        </span>
      )}
    </span>
    <span class="bar" aria-hidden="true">
      <span class="bar-fill" style={{ inlineSize: `${words.share * 50}%` }} />
    </span>
  </li>
);

interface Props {
  readonly reasons: readonly ReasonWords[];
  /** How many stand open; the rest folds. */
  readonly shown: number;
}

/** The reasons with their weights as bars: for the verdict one way, against it the other. */
export const ReasonList = ({ reasons, shown }: Props) => {
  const { t } = useSpeech().texts;
  const rest = reasons.slice(shown);
  const row = (words: ReasonWords) => <ReasonRow key={words.sentence} words={words} />;
  return (
    <section class="block">
      <h3 class="block-title">{t('reasons.title')}</h3>
      {reasons.length === 0 && <p class="soft">{t('reasons.none')}</p>}
      <ul class="reasons">{reasons.slice(0, shown).map(row)}</ul>
      {rest.length > 0 && (
        <details class="fold">
          <summary>{t('reasons.more', { count: rest.length })}</summary>
          <ul class="reasons">{rest.map(row)}</ul>
        </details>
      )}
    </section>
  );
};
