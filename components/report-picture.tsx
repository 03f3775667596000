import { REPORT_BUCKET_SECONDS, REPORT_KINDS, type Report } from '../lib/model/report.ts';
import { AddressList } from './address-list.tsx';
import { useSpeech } from './speech.tsx';

interface Props {
  readonly report: Report;
  /** The same as it would travel, to the last character. */
  readonly text: string;
  /** Where it would go: to the first of them that answers. */
  readonly bases: readonly string[];
  /** The longest wait before it is sent, in seconds. */
  readonly longestDelay: number;
}

/** Exactly what a report holds, where it goes and when, and what is never in one. */
export const ReportPicture = ({ report, text, bases, longestDelay }: Props) => {
  const { t, format } = useSpeech().texts;
  const from = report.bucket * REPORT_BUCKET_SECONDS * 1000;
  const times = { from: format.time(from), to: format.time(from + REPORT_BUCKET_SECONDS * 1000) };
  return (
    <div class="report-picture">
      <figure>
        <figcaption>{t('reports.picture')}</figcaption>
        <pre class="code" dir="ltr" data-testid="report">
          {text}
        </pre>
      </figure>
      <dl class="facts facts-code">
        <dt>v</dt>
        <dd>{t('reports.field.v')}</dd>
        <dt>service</dt>
        <dd>{t('reports.field.service')}</dd>
        <dt>kind</dt>
        <dd>
          {t('reports.field.kind')}
          <ul class="kinds">
            {REPORT_KINDS.map((kind) => (
              <li key={kind}>
                <bdi class="code">{kind}</bdi> <span>{t(`reports.kind.${kind}`)}</span>
              </li>
            ))}
          </ul>
        </dd>
        <dt>bucket</dt>
        <dd>{t('reports.field.bucket', times)}</dd>
      </dl>
      <dl class="facts">
        <dt>{t('reports.to')}</dt>
        <dd>
          <AddressList addresses={bases} />
        </dd>
        <dt>{t('reports.when')}</dt>
        <dd>{t('reports.when.hint', { longest: format.duration(longestDelay) })}</dd>
        <dt>{t('reports.never')}</dt>
        <dd>{t('reports.never.hint')}</dd>
        <dt>{t('reports.address')}</dt>
        <dd>{t('reports.address.hint')}</dd>
      </dl>
    </div>
  );
};
