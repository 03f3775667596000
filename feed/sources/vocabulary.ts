import { vocabulary, type Vocabulary } from '../../lib/official/vocabulary.ts';

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
