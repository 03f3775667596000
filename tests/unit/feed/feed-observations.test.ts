import { describe, expect, it } from 'vitest';
import { observation } from '../../../lib/model/observation.ts';
import { toTimestamp } from '../../../lib/model/timestamp.ts';
import { z } from '../../../lib/model/zod.ts';
import { feedObservations } from '../../../lib/feed/feed-observations.ts';
import { ageOf, secondsLeft } from '../../../lib/feed/freshness.ts';
import { entryOf, MINUTE, NOW, payloadOf, SECOND } from './signing-kit.ts';

const at = toTimestamp(NOW);

describe('observations of a feed', () => {
  it('hold the entry, age and remaining time for each service that the feed names', () => {
    const payload = payloadOf({
      services: { facebook: entryOf(), instagram: entryOf({ status: 'outage' }) },
    });
    const logged = feedObservations({ state: 'verified', payload }, ['instagram', 'x'], NOW);
    expect(logged).toEqual([
      {
        at,
        service: 'instagram',
        kind: 'feed',
        state: 'verified',
        age: 60,
        ttl: 540,
        entry: entryOf({ status: 'outage' }),
      },
    ]);
    expect(logged.map((one) => z.safeParse(observation, one).success)).toEqual([true]);
  });

  it.each(['unreachable', 'invalid', 'stale', 'rolled-back'] as const)('tell that it is %s', (state) => {
    expect(feedObservations({ state, payload: null }, ['facebook', 'x'], NOW)).toEqual([
      { at, service: 'facebook', kind: 'feed', state },
      { at, service: 'x', kind: 'feed', state },
    ]);
  });

  it('call a feed stale from its very expiry on', () => {
    const view = { state: 'verified', payload: payloadOf() } as const;
    expect(feedObservations(view, ['facebook'], NOW + 9 * MINUTE - 1)).toMatchObject([{ ttl: 0.001 }]);
    expect(feedObservations(view, ['facebook'], NOW + 9 * MINUTE)).toMatchObject([{ state: 'stale' }]);
  });

  it('are none without a feed, or without services', () => {
    expect(feedObservations({ state: 'none', payload: null }, ['facebook'], NOW)).toEqual([]);
    expect(feedObservations({ state: 'verified', payload: payloadOf() }, [], NOW)).toEqual([]);
  });

  it('do not take what every object has for an entry', () => {
    const services = ['constructor', '__proto__'] as never;
    expect(feedObservations({ state: 'verified', payload: payloadOf() }, services, NOW)).toEqual([]);
  });
});

describe('freshness', () => {
  it('is measured from issue and expiry, and never negative', () => {
    const times = payloadOf();
    expect(ageOf(times, NOW + 1.5 * SECOND)).toBe(61.5);
    expect(ageOf(times, NOW - 2 * MINUTE)).toBe(0);
    expect(secondsLeft(times, NOW)).toBe(540);
    expect(secondsLeft(times, NOW + 60 * MINUTE)).toBe(0);
  });
});
