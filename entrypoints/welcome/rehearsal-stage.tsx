import { useState } from 'preact/hooks';
import { useSpeech } from '../../components/speech.tsx';
import { toMillis } from '../../lib/model/timestamp.ts';
import { RehearsalCard } from './rehearsal-card.tsx';
import { rehearsalIncident } from './rehearsal-incident.ts';
import { REHEARSALS, type Rehearsal } from './rehearsal-verdicts.ts';

/** A rehearsal with made-up data: an outage or a break-in, step by step. */
export const RehearsalStage = () => {
  const { texts, now } = useSpeech();
  const { t } = texts;
  const [playing, setPlaying] = useState<Rehearsal | null>(null);
  const [step, setStep] = useState(0);
  const play = (rehearsal: Rehearsal | null) => {
    setPlaying(rehearsal);
    setStep(0);
  };
  const incident = playing && rehearsalIncident(playing, step, toMillis(now));
  const isLast = playing !== null && step === REHEARSALS[playing].length - 1;
  return (
    <>
      <div class="tools">
        {(Object.keys(REHEARSALS) as Rehearsal[]).map((rehearsal) => (
          <button
            key={rehearsal}
            type="button"
            class="button"
            data-rehearse={rehearsal}
            aria-pressed={playing === rehearsal}
            onClick={() => play(rehearsal)}
          >
            {t(`welcome.try.${rehearsal}`)}
          </button>
        ))}
        {playing !== null && (
          <button type="button" class="button button-link" onClick={() => play(null)}>
            {t('welcome.try.stop')}
          </button>
        )}
      </div>
      <div aria-live="polite">
        {incident && (
          <RehearsalCard key={playing} incident={incident} onNext={isLast ? null : () => setStep(step + 1)} />
        )}
      </div>
    </>
  );
};
