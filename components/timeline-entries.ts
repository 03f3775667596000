import type { Incident } from '../lib/model/incident.ts';
import type { Observation } from '../lib/model/observation.ts';
import { evidenceSentence } from '../lib/text/evidence-sentence.ts';
import { headline } from '../lib/text/headline.ts';
import { observationSentence } from '../lib/text/observation-sentence.ts';
import type { Speech } from './speech.tsx';

export interface TimelineEntry {
  readonly at: string;
  readonly kind: 'seen' | 'verdict' | 'told' | 'edge';
  readonly text: string;
  /** Why a verdict changed. */
  readonly detail: string | null;
  /** How often the same was seen in a row. */
  readonly count: number;
}

const entry = (at: string, kind: TimelineEntry['kind'], text: string, detail: string | null = null) => ({
  at,
  kind,
  text,
  detail,
  count: 1,
});

/** Neighbours that say the same become one entry with a count. */
const folded = (entries: readonly TimelineEntry[]): readonly TimelineEntry[] => {
  const result: TimelineEntry[] = [];
  for (const next of entries) {
    const last = result.at(-1);
    if (last?.kind === 'seen' && next.kind === 'seen' && last.text === next.text)
      result[result.length - 1] = { ...last, count: last.count + 1 };
    else result.push(next);
  }
  return result;
};

/** What was seen, what was made of it, and what was told, in the order in which it happened. */
export const timelineEntries = (
  incident: Incident,
  observations: readonly Observation[],
  { texts, nameOf }: Pick<Speech, 'texts' | 'nameOf'>,
): readonly TimelineEntry[] => {
  const { t, format } = texts;
  const service = nameOf(incident.service);
  const time = (at: string) => format.moment(at, incident.openedAt);
  const seen = observations.map((one) => entry(one.at, 'seen', observationSentence(texts, one, nameOf)));
  const verdicts = incident.verdicts.map(({ at, verdict, because }) =>
    entry(
      at,
      'verdict',
      t('incident.verdict', { headline: headline(texts, verdict, service) }),
      because && t('incident.because', { reason: evidenceSentence(texts, because, service, nameOf) }),
    ),
  );
  const told = incident.notices.map(({ at, channel }) => entry(at, 'told', t(`incident.told.${channel}`)));
  const end =
    incident.closedAt !== null && incident.closedBy !== null
      ? [
          entry(
            incident.closedAt,
            'edge',
            t(`incident.closed.${incident.closedBy}`, { time: time(incident.closedAt) }),
          ),
        ]
      : [];
  // Sorting is stable: of the same moment, what was seen comes before what was made of it.
  const all = [...seen, ...verdicts, ...told, ...end].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
  );
  return folded(all);
};
