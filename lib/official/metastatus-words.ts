import { vocabulary, type Vocabulary } from './vocabulary.ts';

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
