import type { EvidenceOfStatus } from './evidence-of-status.ts';

/** The evidence as the table of statuses reads it: one word for each of the three witnesses. */
export interface Standing {
  /** `issue`: an official page reports trouble. Its "ok", its "resolved" and its silence weigh nothing. */
  readonly official: 'issue' | 'none';
  /** `absent`: nobody looked, or nobody saw the page and too few looked to say that it fails. */
  readonly probes: 'failing' | 'fine' | 'absent';
  /**
   * `dead`: ingest does not live. `silent`: it lives, but nothing shows that anybody would report. `high` only where the reports are spread over
   * regions or many networks; what comes from a few blocks is `raised` at most.
   */
  readonly crowd: 'dead' | 'silent' | 'calm' | 'raised' | 'high';
}

/** Probes fail when so many of the last five looks did not see the page. */
const FAILING_FROM = 3;

const probesOf = (probes: EvidenceOfStatus['probes']): Standing['probes'] => {
  if (probes === null) return 'absent';
  if (probes.failed >= FAILING_FROM) return 'failing';
  // The first look or two that failed are no trouble yet, and nothing that would be fine.
  return probes.ok > 0 ? 'fine' : 'absent';
};

const crowdOf = (crowd: EvidenceOfStatus['crowd']): Standing['crowd'] => {
  if (crowd === null) return 'dead';
  if (crowd.level === 'high') return crowd.spread ? 'high' : 'raised';
  if (crowd.level === 'raised') return 'raised';
  // No complaint among nobody is no evidence of health: somebody must have been seen, present or in the last six hours.
  const somebody = crowd.rate !== null || crowd.networks > 0 || crowd.curve.some((networks) => networks > 0);
  return somebody ? 'calm' : 'silent';
};

/** Reads the evidence for the table. */
export const standingOf = ({ official, probes, crowd }: EvidenceOfStatus): Standing => ({
  official: official?.status === 'outage' || official?.status === 'degraded' ? 'issue' : 'none',
  probes: probesOf(probes),
  crowd: crowdOf(crowd),
});
