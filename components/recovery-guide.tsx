import type { ServiceId } from '../lib/model/service-id.ts';
import { recoverySteps, type RecoveryLink, type RecoveryStep } from '../lib/text/recovery-steps.ts';
import { Icon } from './icon.tsx';
import { useSpeech } from './speech.tsx';

export interface RecoveryState {
  readonly done: readonly RecoveryStep[];
  readonly onToggle: (step: RecoveryStep, done: boolean) => void;
}

interface Props extends RecoveryState {
  readonly service: ServiceId;
  /** The platform's own addresses, opened by the extension in a new tab. */
  readonly links: Readonly<Partial<Record<RecoveryLink, string>>>;
  readonly onOpenAddress: (address: string) => void;
}

/** The way back into an account, step by step, with what was done already. */
export const RecoveryGuide = ({ service, links, done, onToggle, onOpenAddress }: Props) => {
  const { texts, nameOf } = useSpeech();
  const { t } = texts;
  const name = nameOf(service);
  const steps = recoverySteps(texts, name);
  const count = steps.filter(({ step }) => done.includes(step)).length;
  return (
    <section class="recovery">
      <p>{t('recovery.intro')}</p>
      <p class="recovery-warning">
        <Icon name="shield-alert" />
        <span>{t('recovery.warning', { service: name })}</span>
      </p>
      <p class="soft small" role="status">
        {t('recovery.progress', { done: count, total: steps.length })}
      </p>
      <ol class="steps">
        {steps.map(({ step, title, hint, link }) => {
          const address = link === null ? undefined : links[link];
          return (
            <li key={step} class={done.includes(step) ? 'step step-done' : 'step'}>
              <label>
                <input
                  type="checkbox"
                  checked={done.includes(step)}
                  onChange={(event) => onToggle(step, event.currentTarget.checked)}
                />
                <span>
                  <span class="step-title">{title}</span>
                  <span class="soft small step-hint">{hint}</span>
                </span>
              </label>
              {address !== undefined && (
                <button type="button" class="button button-link" onClick={() => onOpenAddress(address)}>
                  {t('recovery.go', { service: name })}
                  <Icon name="out" />
                  <span class="unseen">
                    : {title} ({t('aria.new-tab')})
                  </span>
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
};
