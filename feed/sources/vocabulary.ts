import type { OfficialStatus } from '../../lib/model/feed.ts';

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

/**
 * metastatus.com, as programs that read it and reports of the press wrote the words down (2024 to 2026). "Major" is the
 * older wording; recovering is no all-clear. "Low disruptions" is left out: other readers count it as all right, and it is
 * neither an issue to tell everybody nor an all-clear.
 */
export const METASTATUS: Vocabulary = vocabulary({
  'no known issues': 'operational',
  resolved: 'resolved',
  'medium disruptions': 'degraded',
  recovering: 'degraded',
  'high disruptions': 'outage',
  'major disruptions': 'outage',
});

/** Components of Atlassian Statuspage, API version 2, as documented. Maintenance was announced: no issue, no all-clear. */
export const STATUSPAGE_COMPONENT: Vocabulary = vocabulary({
  operational: 'operational',
  degraded_performance: 'degraded',
  partial_outage: 'degraded',
  major_outage: 'outage',
});

/** The impact of an incident of Statuspage. `none` tells nothing. */
export const STATUSPAGE_IMPACT: Vocabulary = vocabulary({
  minor: 'degraded',
  major: 'outage',
  critical: 'outage',
});

/** The indicator of a whole Statuspage. */
export const STATUSPAGE_INDICATOR: Vocabulary = vocabulary({
  none: 'operational',
  minor: 'degraded',
  major: 'outage',
  critical: 'outage',
});

/** Words with which status feeds begin or end an item, where the sources file names none of its own. */
export const COMMON: Vocabulary = vocabulary({
  operational: 'operational',
  resolved: 'resolved',
  completed: 'resolved',
  monitoring: 'degraded',
  'degraded performance': 'degraded',
  'partial outage': 'degraded',
  'major outage': 'outage',
  outage: 'outage',
  investigating: 'degraded',
  identified: 'degraded',
});
