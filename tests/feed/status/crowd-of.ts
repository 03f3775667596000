import type { CrowdReading } from '../../../feed/crowd/crowd-reading.ts';

/** A calm crowd with people in it, but for what is said. */
export const crowdOf = (more: Partial<CrowdReading>): CrowdReading => ({
  level: 'none',
  spread: false,
  since: more.level === undefined || more.level === 'none' ? null : Date.UTC(2024, 2, 5, 15, 1, 0),
  symptoms: {},
  networks: 3,
  expected: 2.5,
  count: 4,
  rate: 0.001,
  scope: 'unknown',
  curve: [4, 5, 3],
  ...more,
});
