import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Timestamp } from '../lib/model/timestamp.ts';
import type { NameOf } from '../lib/text/service-names.ts';
import type { Texts } from '../lib/text/texts.ts';

/** What every component needs in order to speak: the language, the services' names, and the moment it is. */
export interface Speech {
  readonly texts: Texts;
  readonly nameOf: NameOf;
  readonly now: Timestamp;
}

export const SpeechContext = createContext<Speech | null>(null);

/** The speech of the page. Throws outside a page that provides one, which is a bug. */
export const useSpeech = (): Speech => {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('This component needs a SpeechContext around it.');
  return speech;
};
