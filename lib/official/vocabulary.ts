import type { OfficialStatus } from '../model/feed.ts';

/** A word for the state of a service, from the source's own vocabulary. */
export type Vocabulary = ReadonlyMap<string, OfficialStatus>;

/** Words are compared without regard to case and to spaces around and between them. */
export const folded = (word: string): string =>
  word.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

export const vocabulary = (words: Readonly<Record<string, OfficialStatus>>): Vocabulary =>
  new Map(Object.entries(words).map(([word, status]) => [folded(word), status]));

/** What a word means; null for a word that is not in the vocabulary, which is never an all-clear. */
export const meaningOf = (words: Vocabulary, word: string): OfficialStatus | null =>
  words.get(folded(word)) ?? null;
