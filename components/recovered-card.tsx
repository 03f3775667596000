import type { Incident } from '../lib/model/incident.ts';
import { recoveryWords } from '../lib/text/notice-words.ts';
import { Icon } from './icon.tsx';
import { useSpeech } from './speech.tsx';

/** "It works again", and how long it took. */
export const RecoveredCard = ({ incident }: { readonly incident: Incident }) => {
  const { texts, nameOf } = useSpeech();
  const words = recoveryWords(texts, incident, nameOf);
  return (
    <section class="recovered" data-recovered={incident.service}>
      <span class="verdict-badge">
        <Icon name="check" />
      </span>
      <div>
        <h2 class="verdict-headline">{words.headline}</h2>
        <p class="soft">{words.line}</p>
      </div>
    </section>
  );
};
