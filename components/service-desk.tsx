import { useState } from 'preact/hooks';
import type { ServiceId } from '../lib/model/service-id.ts';
import type { ServiceRow } from '../lib/model/snapshot.ts';
import { serviceWords } from '../lib/text/service-words.ts';
import { ServiceFacts, ServiceState, useHasFacts } from './service-facts.tsx';
import { useSpeech } from './speech.tsx';

interface Props {
  readonly rows: readonly ServiceRow[];
  /** "I was signed out" and "I can't get in": both open an incident. */
  readonly onReport: (service: ServiceId) => Promise<boolean>;
}

const REPORTS = ['was-signed-out', 'cannot-get-in'] as const;
const LABELS = { 'was-signed-out': 'signed-out-label', 'cannot-get-in': 'cannot-get-in-label' } as const;

/** When nothing is going on: every watched service, what is known of it, and a way to say that something is wrong. */
export const ServiceDesk = ({ rows, onReport }: Props) => {
  const { texts, nameOf, now } = useSpeech();
  const { t } = texts;
  const hasFacts = useHasFacts();
  const [busy, setBusy] = useState<ServiceId | null>(null);
  const report = async (service: ServiceId) => {
    setBusy(service);
    await onReport(service);
    setBusy(null);
  };
  if (rows.length === 0) return <p class="soft block">{t('services.none')}</p>;
  return (
    <ul class="desk">
      {rows.map((row) => {
        const words = serviceWords(texts, row, now);
        const service = nameOf(row.service);
        return (
          <li key={row.service} data-testid="service" data-service={row.service} data-status={words.status}>
            <p class="desk-line">
              <ServiceState row={row} words={words} />
            </p>
            <p class="soft small">{words.session}</p>
            {hasFacts({ row, words }) && (
              <details class="fold" open={words.status === 'outage' || words.status === 'degraded'}>
                <summary>{t('service.reports-open')}</summary>
                <ServiceFacts row={row} words={words} />
              </details>
            )}
            <div class="answers">
              {REPORTS.map((kind) => (
                <button
                  key={kind}
                  type="button"
                  class="button"
                  data-report={kind}
                  aria-label={t(`service.${LABELS[kind]}`, { service })}
                  aria-disabled={busy === row.service}
                  onClick={() => void (busy ?? report(row.service))}
                >
                  {t(`service.${kind}`)}
                </button>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
};
