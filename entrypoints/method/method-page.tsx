import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { MeasuredTable } from '../../components/measured-table.tsx';
import { OptionSection } from '../../components/option-section.tsx';
import { SourceList } from '../../components/source-list.tsx';
import { useSpeech } from '../../components/speech.tsx';
import { WeighedBars } from '../../components/weighed-bars.tsx';
import { EXAMPLE_SERVICE } from '../../lib/app/example-verdict.ts';
import { METHOD_NUMBERS } from '../../lib/app/method-numbers.ts';
import type { Measured } from '../../lib/model/measured.ts';
import type { Verdict } from '../../lib/model/verdict.ts';

interface Props {
  readonly example: Verdict;
  /** null: nothing was measured yet, so nothing is claimed. */
  readonly figures: Measured | null;
  /** Ways to the other pages. */
  readonly links?: ComponentChildren;
}

/** How a verdict is made, for a person with half a minute. */
export const MethodPage = ({ example, figures, links }: Props) => {
  const { t, format } = useSpeech().texts;
  const { breakIns, confidentFrom, dearer, likelyFrom } = METHOD_NUMBERS;
  useEffect(() => {
    document.title = `${t('method.title')} · ${t('app.name')}`;
  }, [t]);
  const meanings = [
    ['confident', t('method.words.from', { share: format.percent(confidentFrom) })],
    ['likely', t('method.words.from', { share: format.percent(likelyFrom) })],
    ['unsure', t('method.words.below', { share: format.percent(likelyFrom) })],
  ] as const;
  return (
    <main class="page">
      <header class="page-head">
        <h1>{t('method.title')}</h1>
        {links}
      </header>
      <OptionSection title={t('method.sources')}>
        <SourceList />
      </OptionSection>
      <OptionSection title={t('method.weigh')} hint={t('method.weigh.hint')}>
        <WeighedBars verdict={example} service={EXAMPLE_SERVICE} />
      </OptionSection>
      <OptionSection title={t('method.rules')}>
        <ul class="rules">
          <li>{t('method.rules.rare', breakIns)}</li>
          <li>{t('method.rules.dear', { times: dearer })}</li>
          <li>{t('method.rules.direct')}</li>
          <li>{t('method.rules.unclear')}</li>
          <li>{t('method.rules.blind')}</li>
        </ul>
      </OptionSection>
      <OptionSection title={t('method.words')}>
        <dl class="figures">
          {meanings.map(([certainty, meaning]) => (
            <div key={certainty}>
              <dt>{t(`certainty.${certainty}`)}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </OptionSection>
      {figures && (
        <OptionSection title={t('method.measured')}>
          <MeasuredTable figures={figures} />
        </OptionSection>
      )}
    </main>
  );
};
