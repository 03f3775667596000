import { CAUSES } from '../lib/model/cause.ts';
import type { Verdict } from '../lib/model/verdict.ts';
import { useSpeech } from './speech.tsx';

/** Below this share a cause is not worth a line. */
const WORTH_SHOWING = 0.005;

/** The numbers behind the word, for those who ask. */
export const ProbabilityList = ({ verdict }: { readonly verdict: Verdict }) => {
  const { t, format } = useSpeech().texts;
  const rows = CAUSES.map((cause) => ({ cause, share: verdict.probabilities[cause] ?? 0 }))
    .filter(({ share }) => share >= WORTH_SHOWING)
    .toSorted((a, b) => b.share - a.share);
  if (rows.length === 0) return null;
  return (
    <details class="fold">
      <summary>{t('reasons.numbers')}</summary>
      <p class="soft small">{t('reasons.numbers.hint')}</p>
      <dl class="numbers">
        {rows.map(({ cause, share }) => (
          <div key={cause}>
            <dt>{t(`cause.${cause}`)}</dt>
            <dd>{format.percent(share)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
};
