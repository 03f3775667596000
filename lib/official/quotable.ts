import { mayBeShown } from '../model/official-words.ts';

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
 * A source's words, without markup, as they may be quoted: white space folded, at most 280 characters. Null where nothing
 * is left or where they hold an address, an e-mail, a phone-like run of digits or invisible characters.
 */
export const quotable = (plain: string | null): string | null => {
  const text = abridged((plain ?? '').replace(/\s+/g, ' ').trim());
  return text !== '' && mayBeShown(text) ? text : null;
};
