import { SYMPTOMS } from '../../lib/model/feed.ts';
import type { ReportKind } from '../../lib/model/report.ts';
import type { CrowdReading } from './crowd-reading.ts';

/**
 * The share of the reporters who show each symptom. How many reporters there are lies between the commonest kind (all show
 * it) and the sum of all kinds (nobody shows two); what is taken is the middle of the two as a ratio, so that
 * no share is off by more than the root of that ratio. Empty while nobody reports.
 */
export const symptomShares = (kinds: ReadonlyMap<ReportKind, number>): CrowdReading['symptoms'] => {
  const counts = SYMPTOMS.map((symptom) => [symptom, kinds.get(symptom) ?? 0] as const);
  const fewest = Math.max(...counts.map(([, networks]) => networks));
  const most = counts.reduce((sum, [, networks]) => sum + networks, 0);
  if (most <= 0) return {};
  const reporters = Math.sqrt(fewest * most);
  return Object.fromEntries(
    counts.map(([symptom, networks]) => [symptom, Math.min(1, networks / reporters)]),
  );
};
