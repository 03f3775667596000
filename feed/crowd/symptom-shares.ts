import { SYMPTOMS } from '../../lib/model/feed.ts';
import type { CountKind } from '../store/count-kinds.ts';
import type { CrowdReading } from './crowd-reading.ts';

/**
 * The share of the reporters who show each symptom. Reporters are the networks with any complaint; more where more of them
 * say that signing in works again, who were signed out before, some of them in an earlier window. Empty while nobody reports.
 */
export const symptomShares = (kinds: ReadonlyMap<CountKind, number>): CrowdReading['symptoms'] => {
  const counts = SYMPTOMS.map((symptom) => [symptom, kinds.get(symptom) ?? 0] as const);
  const reporters = Math.max(kinds.get('complaint') ?? 0, ...counts.map(([, networks]) => networks));
  if (reporters <= 0) return {};
  return Object.fromEntries(counts.map(([symptom, networks]) => [symptom, networks / reporters]));
};
