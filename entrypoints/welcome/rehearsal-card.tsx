import { useState } from 'preact/hooks';
import { RecoveryFold } from '../../components/recovery-fold.tsx';
import { useSpeech } from '../../components/speech.tsx';
import { VerdictCard } from '../../components/verdict-card.tsx';
import type { Incident } from '../../lib/model/incident.ts';
import type { RecoveryStep } from '../../lib/text/recovery-steps.ts';

interface Props {
  readonly incident: Incident;
  /** Goes on to the next step; null at the last. */
  readonly onNext: (() => void) | null;
}

/** A made-up verdict, marked as such; its recovery guide can be ticked and opens nothing. */
export const RehearsalCard = ({ incident, onNext }: Props) => {
  const { t } = useSpeech().texts;
  const [done, setDone] = useState<readonly RecoveryStep[]>([]);
  return (
    <div class="rehearsal">
      <p class="rehearsal-label">{t('welcome.try.label')}</p>
      <VerdictCard
        incident={incident}
        onAnswer={async () => {
          onNext?.();
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
        {onNext && (
          <p class="answers">
            <button type="button" class="button button-main" data-do="next" onClick={onNext}>
              {t('welcome.try.next')}
            </button>
          </p>
        )}
      </VerdictCard>
    </div>
  );
};
