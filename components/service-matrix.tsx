import type { ServiceId } from '../lib/model/service-id.ts';
import type { ServiceRow } from '../lib/model/snapshot.ts';
import { serviceWords } from '../lib/text/service-words.ts';
import { ServiceFacts, ServiceState, useHasFacts } from './service-facts.tsx';
import { useSpeech } from './speech.tsx';

interface Props {
  readonly rows: readonly ServiceRow[];
  /** The service of which all stands open; what is known of the others folds behind their line. */
  readonly unfolded: ServiceId;
}

/** How each service does by the shared status. */
export const ServiceMatrix = ({ rows, unfolded }: Props) => {
  const { texts, now } = useSpeech();
  const hasFacts = useHasFacts();
  return (
    <section class="block">
      <h3 class="block-title">{texts.t('services.title')}</h3>
      <ul class="matrix">
        {rows.map((row) => {
          const words = serviceWords(texts, row, now);
          const line = <ServiceState row={row} words={words} />;
          const isOpen = row.service === unfolded;
          const facts = (isOpen || hasFacts({ row, words })) && <ServiceFacts row={row} words={words} />;
          return (
            <li key={row.service} data-testid="service" data-service={row.service} data-status={words.status}>
              {facts && !isOpen ? (
                <details>
                  <summary class="matrix-line">{line}</summary>
                  {facts}
                </details>
              ) : (
                <>
                  <div class="matrix-line">{line}</div>
                  {facts}
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
