import { toMillis } from '../../model/timestamp.ts';
import type { ObservationOf } from '../../model/observation.ts';
import { OFFICIAL_DEGRADED } from '../numbers/likelihoods.ts';
import { OFFICIAL_ISSUE, OFFICIAL_READ } from '../numbers/windows.ts';
import type { ServiceFacts } from './service-facts.ts';

/** An issue on an official page that the extension read itself. */
export interface OfficialFact {
  readonly source: string;
  readonly readAt: number;
  readonly worth: number;
}

/**
 * Takes an official word in. An issue replaces the source's last word; "operational" and "resolved" take that
 * source's issue away and say nothing else (rule S8); "unreachable" changes nothing.
 */
export const absorbOfficial = (
  facts: ServiceFacts,
  { source, status, statusAt }: ObservationOf<'official'>,
  at: number,
): void => {
  if (status === 'unreachable') return;
  const others = facts.official.filter((one) => one.source !== source && at - one.readAt <= OFFICIAL_READ);
  const issue = status === 'outage' || status === 'degraded';
  const current = issue && at - toMillis(statusAt) <= OFFICIAL_ISSUE;
  const worth = status === 'degraded' ? OFFICIAL_DEGRADED : 1;
  facts.official = current ? [...others, { source, readAt: at, worth }] : others;
};

/** What the issues read in the last 30 minutes are worth at `at`: the best of them, 0 for none. */
export const officialIssue = (facts: ServiceFacts, at: number): number => {
  let worth = 0;
  for (const one of facts.official)
    if (at - one.readAt <= OFFICIAL_READ && one.worth > worth) worth = one.worth;
  return worth;
};
