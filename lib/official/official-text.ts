import { mayBeShown } from '../model/official-words.ts';
import { plainText } from './plain-text.ts';

/** As the feed's schema has it. */
const MOST = 280;

/** Cut between words, with an ellipsis; a single endless word is cut between characters. */
const abridged = (text: string): string => {
  if (text.length <= MOST) return text;
  const head = text.slice(0, MOST - 1);
  const space = head.lastIndexOf(' ');
  const whole = space > MOST / 2 ? head.slice(0, space) : [...head].slice(0, -1).join('');
  return `${whole.replace(/[\s,;:–—-]+$/u, '')}…`;
};

/**
 * A source's words as the feed may carry them: without markup, folded, at most 280 characters. Null where nothing is left
 * or where they hold an address, an e-mail, a phone-like run of digits or invisible characters: the client refuses those.
 */
export const officialText = (raw: string | null): string | null => {
  const text = abridged(raw === null ? '' : plainText(raw));
  return text !== '' && mayBeShown(text) ? text : null;
};
