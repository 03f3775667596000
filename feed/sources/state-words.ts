import type { OfficialStatus } from '../../lib/model/feed.ts';
import { gravest } from '../../lib/official/gravity.ts';
import { folded, type Vocabulary } from '../../lib/official/vocabulary.ts';

const LETTER = /[\p{L}\p{N}_]/u;

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && LETTER.test(character);

/** Whether a text holds a word or phrase, whole and in any case. */
export const holdsPhrase = (text: string, phrase: string): boolean => {
  const [inside, sought] = [folded(text), folded(phrase)];
  for (let at = inside.indexOf(sought); at >= 0; at = inside.indexOf(sought, at + 1))
    if (!isLetter(inside[at - 1]) && !isLetter(inside[at + sought.length])) return true;
  return false;
};

/**
 * What the state words in a text say: that it is over, if one of them says so ("Resolved: outage of sign-in"), else the
 * gravest. Null where there is none. To miss an issue costs less than to invent one: people's reports are there too.
 */
export const stateIn = (text: string, words: Vocabulary): OfficialStatus | null => {
  const found = [...words].flatMap(([word, status]) => (holdsPhrase(text, word) ? [{ status }] : []));
  if (found.some(({ status }) => status === 'resolved')) return 'resolved';
  return gravest(found)?.status ?? null;
};
