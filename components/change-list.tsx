import type { Verdict } from '../lib/model/verdict.ts';
import { changeWords } from '../lib/text/change-words.ts';
import { useSpeech } from './speech.tsx';

interface Props {
  readonly verdict: Verdict;
  /** The name of the service that the verdict is about. */
  readonly service: string;
  /** It stands open from the start. */
  readonly open: boolean;
}

/** What would change the verdict: what one would have to learn, and what would be said then. */
export const ChangeList = ({ verdict, service, open }: Props) => {
  const { texts } = useSpeech();
  const changes = changeWords(texts, verdict, service);
  if (changes.length === 0) return null;
  return (
    <details class="fold" open={open}>
      <summary>{texts.t('change.title')}</summary>
      <ul class="changes">
        {changes.map(({ then, conditions }) => (
          <li key={then}>
            {conditions.map(({ change: { check, outcome, to }, text }) => (
              <span
                key={text}
                class="soft small change-if"
                data-testid="change"
                data-check={check}
                data-outcome={outcome}
                data-cause={to.cause}
                data-alarm={to.alarm}
              >
                {text}
              </span>
            ))}
            <span class="change-then">{then}</span>
          </li>
        ))}
      </ul>
    </details>
  );
};
