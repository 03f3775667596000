import type { Decision } from '../model/cause.ts';
import { expectedCost } from './expected-cost.ts';
import { MARGIN } from './numbers/costs.ts';
import type { Row } from './numbers/row.ts';
import type { Rules } from './safety-rules.ts';

/**
 * A verdict that stands gives way only to one that is cheaper by a margin, so that it does not flap. No margin for
 * the first, for what replaces "not sure", and for a break-in.
 */
export const keepStanding = (
  standing: Decision | null,
  cheapest: Decision,
  probabilities: Row,
  rules: Rules,
): Decision => {
  if (standing === null || standing === 'unclear' || cheapest === 'account-compromise') return cheapest;
  if (standing === 'outage' && rules.massLogoutIsNoOutage) return cheapest;
  if (standing === 'session-expired' && rules.noRoutineEnd) return cheapest;
  if (standing === cheapest) return cheapest;
  const saved = expectedCost(standing, probabilities) - expectedCost(cheapest, probabilities);
  return saved > MARGIN ? cheapest : standing;
};
