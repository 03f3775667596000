import type { Measured } from '../lib/model/measured.ts';
import { useSpeech } from './speech.tsx';

/** How well the diagnosis did where the truth is known. Shares are told finer than elsewhere: some are small. */
export const MeasuredTable = ({ figures }: { readonly figures: Measured }) => {
  const { t, format, locale } = useSpeech().texts;
  const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const averages = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  const { cases, right, breakIns, calmed, falseAlarms, calibrationError, questions } = figures;
  const rows = [
    [t('method.measured.right'), shares.format(right)],
    [
      t('method.measured.calmed'),
      t('method.measured.of', { part: format.number(calmed), whole: format.number(breakIns) }),
    ],
    [t('method.measured.alarms'), shares.format(falseAlarms)],
    [t('method.measured.off'), shares.format(calibrationError)],
    ...(questions
      ? [
          [t('method.measured.questions'), averages.format(questions.telling)],
          [t('method.measured.questions-fixed'), averages.format(questions.fixed)],
        ]
      : []),
  ];
  return (
    <>
      <p class="soft section-hint">{t('method.measured.hint', { cases })}</p>
      <dl class="figures">
        {rows.map(([what, figure]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
    </>
  );
};
