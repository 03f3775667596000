import type { ServiceRow } from '../lib/model/snapshot.ts';
import { officialWords, type ServiceWords } from '../lib/text/service-words.ts';
import { OfficialQuote } from './official-quote.tsx';
import { SparkCurve } from './spark-curve.tsx';
import { useSpeech } from './speech.tsx';

interface Props {
  readonly row: ServiceRow;
  readonly words: ServiceWords;
}

/** Whether more is known of a service than its state. */
export const useHasFacts = (): ((props: Props) => boolean) => {
  const { texts, now } = useSpeech();
  return ({ row, words }) =>
    // That the reports are too few is worth no unfolding.
    words.reports.length > (row.entry?.reports ? 0 : 1) ||
    (row.entry?.curve?.length ?? 0) > 1 ||
    officialWords(texts, row.official, now) !== null;
};

/** What others report of a service: how many, what they show, the curve of it; and what the official page says. */
export const ServiceFacts = ({ row, words }: Props) => (
  <div class="facts">
    {words.reports.map((line) => (
      <p key={line} class="soft small">
        {line}
      </p>
    ))}
    {row.entry?.curve && <SparkCurve service={row.service} curve={row.entry.curve} />}
    <OfficialQuote official={row.official} />
  </div>
);

/** The name of a service and its state: shape, colour and words. */
export const ServiceState = ({ row, words }: Props) => (
  <>
    <span class="matrix-name">{useSpeech().nameOf(row.service)}</span>
    <span class="matrix-status">
      <span class={`mark mark-${words.status}`} aria-hidden="true" />
      {words.statusText}
    </span>
  </>
);
