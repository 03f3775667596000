import type { ServiceId } from '../lib/model/service-id.ts';
import type { Verdict } from '../lib/model/verdict.ts';
import { reasonWords } from '../lib/text/reason-words.ts';
import { useSpeech } from './speech.tsx';
import { weighSteps, type WeighStep } from './weigh-steps.ts';

/** Half of the drawing's width: the balance is even in the middle. */
const HALF = 100;
const LINE = 20;

/** One step of the balance; what pushes back is hollow. */
const StepBar = ({ step: { from, to, evidence }, scale }: { step: WeighStep; scale: number }) => (
  <svg
    class="weigh-bar"
    viewBox={`${-HALF} 0 ${2 * HALF} ${LINE}`}
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <path class="weigh-middle" d={`M0 0V${LINE}`} />
    <rect
      class={evidence === null ? 'weigh-start' : to > from ? 'weigh-for' : 'weigh-against'}
      x={Math.min(from, to) * scale}
      y={5}
      width={Math.max(1, Math.abs(to - from) * scale)}
      height={LINE - 10}
    />
    <path class="weigh-now" d={`M${to * scale} 1V${LINE - 1}`} />
  </svg>
);

interface Props {
  readonly verdict: Verdict;
  readonly service: ServiceId;
}

/** A verdict as a balance: where it stands before any sign, and how far each sign pushes it, with the engine's weights. */
export const WeighedBars = ({ verdict, service }: Props) => {
  const { texts, nameOf } = useSpeech();
  const { t, format } = texts;
  const { favoured, runnerUp, steps } = weighSteps(verdict);
  const words = reasonWords(texts, verdict, nameOf(service), nameOf);
  const widest = Math.max(...steps.map(({ to }) => Math.abs(to)));
  const scale = (0.96 * HALF) / widest;
  return (
    <div class="weighing">
      <p class="weigh-ends small soft" aria-hidden="true">
        <span>{t(`cause.${runnerUp}`)}</span>
        <span>{t(`cause.${favoured}`)}</span>
      </p>
      <ol>
        {steps.map((step) => {
          const reason = words.find((one) => one.reason.evidence === step.evidence);
          return (
            <li key={step.evidence} class="weigh-step" data-evidence={step.evidence}>
              <span>
                {reason ? reason.sentence : t('method.start')}
                <span class="unseen">
                  {' '}
                  ({reason ? reason.bearing : t('reasons.towards', { cause: t(`cause.${runnerUp}`) })})
                </span>
              </span>
              <StepBar step={step} scale={scale} />
            </li>
          );
        })}
      </ol>
      <p class="weigh-end">
        {t('method.end', {
          cause: t(`cause.${favoured}`),
          share: format.percent(verdict.probabilities[favoured] ?? 0),
        })}
      </p>
    </div>
  );
};
