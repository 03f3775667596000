import { counted, evidence, type TimelessExtractor } from '../evidence.ts';
import { networkKnownBad } from '../facts/network-state.ts';
import { lastOf, type Sighting } from '../facts/signs.ts';
import { NETWORK_JUST_BACK, SINGLE_ERROR } from '../numbers/likelihoods.ts';

/** How the service answers. */
export const requests: TimelessExtractor = ({ facts, world, course }, found) => {
  const { signs } = facts;
  const errors = signs.get('request:server-error');
  if (errors)
    found.push(
      counted('server-errors', errors, errors.count > 1 || signs.has('errors-in-a-row') ? 1 : SINGLE_ERROR),
    );
  // What a bad network explains is evidence beside that network, and none against the service when it is back.
  const badNetwork = course.badNetwork !== null || networkKnownBad(world);
  const unexplained = (sighting: Sighting | undefined): Sighting | undefined =>
    sighting && (badNetwork || sighting.last > facts.explainedAt) ? sighting : undefined;
  const transport = unexplained(signs.get('request:transport'));
  if (transport) found.push(counted('unreachable', transport));
  const certificate = unexplained(signs.get('request:tls'));
  if (certificate) found.push(counted('certificate-failure', certificate));
  // … but of the line, which comes and goes.
  const failed = signs.has('request:transport') || signs.has('request:tls');
  if (failed && !transport && !certificate && !signs.has('session-lost'))
    found.push(evidence('network-was-bad', NETWORK_JUST_BACK));
  const limited = signs.get('request:rate-limited');
  if (limited) found.push(counted('request-rate-limited', limited));
  const blocked = signs.get('request:blocked');
  if (blocked) found.push(counted('request-blocked', blocked));
  const ok = signs.get('request:ok');
  // After a time in which it could not be reached an answer is the end of that, and says nothing of what it was.
  const failedAt = transport || certificate ? Infinity : lastOf(signs, 'request:server-error', 'page:error');
  if (ok && ok.last > failedAt) found.push(evidence('service-answers', 1, { count: ok.count }));
};
