import { useSpeech } from '../../components/speech.tsx';

const LINKS = { welcome: 'options.welcome', method: 'method.open' } as const;
type Linked = keyof typeof LINKS;

/** Ways to the pages that explain: what is watched, and how it is weighed. */
export const PageLinks = ({ onOpen }: { readonly onOpen: (page: Linked) => void }) => {
  const { t } = useSpeech().texts;
  return (
    <p class="page-links">
      {(Object.keys(LINKS) as Linked[]).map((page) => (
        <button
          key={page}
          type="button"
          class="button button-link"
          data-do={page}
          onClick={() => onOpen(page)}
        >
          {t(LINKS[page])}
        </button>
      ))}
    </p>
  );
};
