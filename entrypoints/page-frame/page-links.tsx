import { useSpeech } from '../../components/speech.tsx';
import type { PageBackend } from '../../lib/app/page-backend.ts';

const LINKS = {
  history: 'history.title',
  options: 'options.title',
  welcome: 'options.welcome',
  method: 'method.open',
} as const;

interface Props {
  readonly to: readonly (keyof typeof LINKS)[];
  readonly backend: Pick<PageBackend, 'openPage'>;
}

/** Ways from one page to others: no page is a dead end. */
export const PageLinks = ({ to, backend }: Props) => {
  const { t } = useSpeech().texts;
  return (
    <p class="page-links">
      {to.map((page) => (
        <button
          key={page}
          type="button"
          class="button button-link"
          data-do={page}
          onClick={() => void backend.openPage(page)}
        >
          {t(LINKS[page])}
        </button>
      ))}
    </p>
  );
};
