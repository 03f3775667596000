import type { ServiceRow } from '../lib/model/snapshot.ts';
import { serviceWords } from '../lib/text/service-words.ts';
import { useSpeech } from './speech.tsx';

/** How each service does by the shared status: shape, colour and words. */
export const ServiceMatrix = ({ rows }: { readonly rows: readonly ServiceRow[] }) => {
  const { texts, nameOf, now } = useSpeech();
  return (
    <section class="block">
      <h3 class="block-title">{texts.t('services.title')}</h3>
      <ul class="matrix">
        {rows.map((row) => {
          const words = serviceWords(texts, row, now);
          return (
            <li key={row.service} data-testid="service" data-service={row.service} data-status={words.status}>
              <span class="matrix-name">{nameOf(row.service)}</span>
              <span class="matrix-status">
                <span class={`mark mark-${words.status}`} aria-hidden="true" />
                {words.statusText}
              </span>
              {words.reports !== null && <span class="matrix-reports soft small">{words.reports}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
