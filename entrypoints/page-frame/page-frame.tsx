import { render, type ComponentChildren } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { SpeechContext } from '../../components/speech.tsx';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/model/settings.ts';
import type { Snapshot } from '../../lib/model/snapshot.ts';
import { toMillis, toTimestamp } from '../../lib/model/timestamp.ts';
import { SERVICES } from '../../lib/services/index.ts';
import { namesFrom } from '../../lib/text/service-names.ts';
import type { Texts } from '../../lib/text/texts.ts';
import type { PageWorld } from './page-world.ts';
import { useLive } from './use-live.ts';
import { useNow } from './use-now.ts';

const nameOf = namesFrom(SERVICES);

const useTexts = (world: PageWorld, language: Settings['language'] | undefined): Texts | null => {
  const [texts, setTexts] = useState<Texts | null>(null);
  useLayoutEffect(() => {
    if (language === undefined) return;
    let isCurrent = true;
    void world.texts(language).then((loaded) => isCurrent && setTexts(loaded));
    return () => {
      isCurrent = false;
    };
  }, [world, language]);
  return texts;
};

/** The person's language and theme, on the document itself. */
const useLook = (texts: Texts | null, theme: Settings['theme'] | undefined): void => {
  useLayoutEffect(() => {
    const root = document.documentElement;
    if (texts) {
      root.lang = texts.locale;
      root.dir = texts.direction;
    }
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    else delete root.dataset.theme;
  }, [texts, theme]);
};

interface Props {
  readonly world: PageWorld;
  readonly children: (snapshot: Snapshot, texts: Texts) => ComponentChildren;
}

/** What all pages share: they read the snapshot, load the language, and read again when something changes. */
const PageFrame = ({ world, children }: Props) => {
  const { value: snapshot, failed } = useLive(world.backend, 'snapshot', () => world.backend.readSnapshot());
  const settings = snapshot?.settings ?? (failed ? DEFAULT_SETTINGS : undefined);
  const texts = useTexts(world, settings?.language);
  const tick = useNow(world.now);
  useLook(texts, settings?.theme);
  if (!texts) return <div aria-busy="true" />;
  if (!snapshot) return <p role="alert">{texts.t('popup.failed')}</p>;
  const now = toTimestamp(Math.max(tick, toMillis(snapshot.at)));
  return (
    <SpeechContext.Provider value={{ texts, nameOf, now }}>
      {children(snapshot, texts)}
    </SpeechContext.Provider>
  );
};

/** Puts a page into an element of the document. Returns the way to take it out again. */
export const mountPage = (
  root: HTMLElement,
  world: PageWorld,
  children: (snapshot: Snapshot, texts: Texts) => ComponentChildren,
): (() => void) => {
  render(<PageFrame world={world}>{children}</PageFrame>, root);
  return () => render(null, root);
};
