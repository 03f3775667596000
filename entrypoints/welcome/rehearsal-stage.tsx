import { useState } from 'preact/hooks';
import { RecoveryFold } from '../../components/recovery-fold.tsx';
import { useSpeech } from '../../components/speech.tsx';
import { VerdictCard } from '../../components/verdict-card.tsx';
import type { Incident } from '../../lib/model/incident.ts';
import { toMillis, toTimestamp } from '../../lib/model/timestamp.ts';
import type { RecoveryStep } from '../../lib/text/recovery-steps.ts';
import { REHEARSALS, type Rehearsal } from './rehearsal-verdicts.ts';

const MINUTE = 60_000;

/** A made-up incident at the step that is played. Nothing of it is stored. */
const incidentAt = (rehearsal: Rehearsal, step: number, now: number): Incident | null => {
  const verdict = REHEARSALS[rehearsal][step];
  if (!verdict) return null;
  const openedAt = toTimestamp(now - (step * 9 + 1) * MINUTE);
  return {
    id: `rehearsal-${rehearsal}`,
    service: 'facebook',
    openedAt,
    closedAt: null,
    closedBy: null,
    updatedAt: openedAt,
    verdicts: [{ at: openedAt, verdict, because: null }],
    notices: [],
    note: '',
  };
};

/** A rehearsal with made-up data: an outage or a break-in, step by step. */
export const RehearsalStage = () => {
  const { texts, now } = useSpeech();
  const { t } = texts;
  const [playing, setPlaying] = useState<Rehearsal | null>(null);
  const [step, setStep] = useState(0);
  const [done, setDone] = useState<readonly RecoveryStep[]>([]);
  const play = (rehearsal: Rehearsal | null) => {
    setPlaying(rehearsal);
    setStep(0);
    setDone([]);
  };
  const incident = playing && incidentAt(playing, step, toMillis(now));
  const isLast = playing !== null && step === REHEARSALS[playing].length - 1;
  const next = () => setStep(step + 1);
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
          <div class="rehearsal">
            <p class="rehearsal-label">{t('welcome.try.label')}</p>
            <VerdictCard
              incident={incident}
              onAnswer={async () => {
                if (!isLast) next();
                return true;
              }}
              recovery={
                <RecoveryFold
                  service={incident.service}
                  links={{}}
                  done={done}
                  onToggle={(one, isDone) =>
                    setDone(isDone ? [...done, one] : done.filter((other) => other !== one))
                  }
                  onOpenAddress={() => undefined}
                />
              }
            >
              {!isLast && (
                <p class="answers">
                  <button type="button" class="button button-main" data-do="next" onClick={next}>
                    {t('welcome.try.next')}
                  </button>
                </p>
              )}
            </VerdictCard>
          </div>
        )}
      </div>
    </>
  );
};
