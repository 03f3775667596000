import type { EvidenceOfStatus } from '../status/evidence-of-status.ts';

/** Probes fail when so many of the last five looks did not see the page. */
const FAILING_FROM = 3;

/** Whether what a witness sees for itself bears an outage out: an official word of trouble, or a front door that fails. */
export const confirms = ({ official, probes }: EvidenceOfStatus): boolean =>
  official?.status === 'outage' ||
  official?.status === 'degraded' ||
  (probes !== null && probes.failed >= FAILING_FROM);
