import type { ObservationOf, RequestOutcome } from '../../model/observation.ts';
import { FAILED_TOGETHER, IN_A_ROW } from '../numbers/windows.ts';
import type { ServiceFacts } from './service-facts.ts';
import { see, type Sign } from './signs.ts';
import { networkWasBad } from './network-state.ts';
import { noteAnswer, noteUnreached, type World } from './world.ts';

/** The outcomes that count as service errors, and the sign that each leaves. */
export const ERRORS: { readonly [outcome in RequestOutcome]?: Sign } = {
  'server-error': 'request:server-error',
  dns: 'request:transport',
  unreachable: 'request:transport',
  timeout: 'request:transport',
  tls: 'request:tls',
};

/**
 * A probe of the front door is no sign that the inside works: in 2024-12-11 the door answered while pages failed.
 * So a probe's success counts only where nothing but the way to the service had failed.
 */
const absorbSuccess = (facts: ServiceFacts, seen: ObservationOf<'request'>, at: number): void => {
  see(facts.signs, 'request:ok', at, seen.count ?? 1);
  // Errors are in a row only with no success between, whichever it was.
  facts.errorAt = -Infinity;
  if (seen.purpose === 'probe' && facts.failsInside) return;
  facts.failsInside = false;
  facts.lastSuccessAt = at;
};

const absorbError = (
  world: World,
  facts: ServiceFacts,
  seen: ObservationOf<'request'>,
  sign: Sign,
  at: number,
): boolean => {
  const count = seen.count ?? 1;
  see(facts.signs, sign, at, count);
  const inARow = count >= 2 || at - facts.errorAt <= IN_A_ROW;
  const explained = sign !== 'request:server-error' && networkWasBad(world, at);
  if (explained) facts.explainedAt = at;
  if (inARow && !explained) see(facts.signs, 'errors-in-a-row', at, count);
  facts.errorAt = at;
  facts.lastFailureAt = at;
  if (sign === 'request:server-error') {
    noteAnswer(world, facts, at);
    if (seen.purpose !== 'probe') facts.failsInside = true;
  } else noteUnreached(world, facts, at);
  return inARow;
};

/** Takes a run of requests in. Returns whether it opens an incident. */
export const absorbRequest = (
  world: World,
  facts: ServiceFacts,
  seen: ObservationOf<'request'>,
  at: number,
): boolean => {
  if (seen.outcome === 'ok' || seen.outcome === 'client-error' || seen.outcome === 'rate-limited')
    noteAnswer(world, facts, at);
  if (seen.outcome === 'ok') absorbSuccess(facts, seen, at);
  // Content blockers block single requests of pages all day.
  if (seen.outcome === 'rate-limited' || (seen.outcome === 'blocked' && seen.purpose !== 'api'))
    see(facts.signs, `request:${seen.outcome}`, at, seen.count ?? 1);
  const sign = ERRORS[seen.outcome];
  const inARow = sign !== undefined && absorbError(world, facts, seen, sign, at);
  const failed = (sign !== undefined || seen.outcome === 'blocked') && seen.purpose !== 'api';
  if (failed) facts.failedAt = at;
  return inARow || (failed && at - world.badAt <= FAILED_TOGETHER);
};
