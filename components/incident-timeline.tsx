import type { Incident } from '../lib/model/incident.ts';
import type { Observation } from '../lib/model/observation.ts';
import { useSpeech } from './speech.tsx';
import { timelineEntries } from './timeline-entries.ts';

interface Props {
  readonly incident: Incident;
  readonly observations: readonly Observation[];
}

/** What happened when: observations, verdicts, and what was told. */
export const IncidentTimeline = ({ incident, observations }: Props) => {
  const speech = useSpeech();
  const { t, format } = speech.texts;
  return (
    <section class="block">
      <h2 class="section-title">{t('incident.timeline')}</h2>
      <ol class="timeline">
        {timelineEntries(incident, observations, speech).map((entry, index, all) => (
          <li key={index} class={`moment moment-${entry.kind}`}>
            <time class="soft small" dateTime={entry.at}>
              {/* The day stands where it changes, not in every line. */}
              {format.moment(entry.at, all[index - 1]?.at ?? incident.openedAt)}
            </time>
            <span>
              {entry.count > 1 ? t('seen.times', { what: entry.text, count: entry.count }) : entry.text}
              {entry.detail !== null && <span class="soft small moment-detail">{entry.detail}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
};
