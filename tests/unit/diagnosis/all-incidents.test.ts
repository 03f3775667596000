import { describe, expect, it } from 'vitest';
import { absorb } from '../../../lib/diagnosis/facts/absorb.ts';
import { byTime } from '../../../lib/diagnosis/facts/in-order.ts';
import { networkKnownGood } from '../../../lib/diagnosis/facts/network-state.ts';
import { emptyWorld, factsOf } from '../../../lib/diagnosis/facts/world.ts';
import { assess } from '../../../lib/diagnosis/index.ts';
import { ALSO_POSSIBLE_FROM, BREAK_IN_ALSO_POSSIBLE_FROM } from '../../../lib/diagnosis/numbers/costs.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import type { ServiceId } from '../../../lib/model/service-id.ts';
import type { Verdict } from '../../../lib/model/verdict.ts';
import { answer, at, ended, feed, login, network, page, request, started, verdict } from './log-builder.ts';

const gone = (seconds: number, service: ServiceId): Observation => ended(seconds, 'server', { service });
const back = (seconds: number): Observation[] => [started(seconds), page(seconds + 5, 'home')];

describe('all incidents', () => {
  const named = (log: Observation[], seconds: number) =>
    assess(log, at(seconds)).map(({ service, openedAt, closedAt }) => [
      service,
      (openedAt - at(0)) / 1000,
      closedAt === null,
    ]);

  it('stand in order of opening, of one moment by name, open and closed alike', () => {
    const log = [gone(0, 'x'), gone(10, 'instagram'), gone(10, 'facebook'), gone(5, 'whatsapp'), ...back(60)];
    expect(named(log, 3600)).toEqual([
      ['x', 0, true],
      ['whatsapp', 5, true],
      ['facebook', 10, false],
      ['instagram', 10, true],
    ]);
  });

  it('of one moment stand by name also where one of them is over', () => {
    const over = [started(60), page(65, 'home')].map((one) => ({ ...one, service: 'x' }) as Observation);
    const log = [gone(10, 'x'), gone(10, 'facebook'), ...over];
    expect(named(log, 3600)).toEqual([
      ['facebook', 10, true],
      ['x', 10, false],
    ]);
  });

  it('hold what is seen at the very moment that is asked for, and nothing later', () => {
    expect(named([ended(5)], 5)).toEqual([['facebook', 5, true]]);
    expect(named([ended(5)], 4)).toEqual([]);
  });

  it('are closed by the person at the very moment too', () => {
    const [only] = assess([ended(0)], at(60), [{ service: 'facebook', at: at(60) }]);
    expect(only).toMatchObject({ closedAt: at(60), closedBy: 'user' });
    const [still] = assess([ended(0)], at(60), [{ service: 'facebook', at: at(61) }]);
    expect(still?.closedAt).toBeNull();
  });

  it('are left alone by closing a service that has none', () => {
    expect(assess([ended(0)], at(60), [{ service: 'x', at: at(30) }])).toEqual(assess([ended(0)], at(60)));
  });
});

describe('what past incidents tell of the next one', () => {
  const day = 86_400;
  const outage = (seconds: number): Observation[] => [
    network(seconds, 'online'),
    ended(seconds + 1),
    feed(seconds + 10, 'outage'),
    page(seconds + 20, 'error'),
    ...back(seconds + 4000),
  ];
  const p = (log: Observation[]): number =>
    verdict([...log, ended(9 * day)], 9 * day + 1).probabilities['outage'] ?? Number.NaN;

  it('is more of a cause that was certain, the more often it was', () => {
    expect(p(outage(0))).toBeGreaterThan(p([]));
    expect(p([...outage(0), ...outage(day)])).toBeGreaterThan(p(outage(0)));
  });

  it('is nothing where no cause was named or none was certain', () => {
    expect(p([ended(0), ...back(600)])).toBe(p([]));
    const unsure = [request(0, 'dns', { count: 3 }), request(60, 'ok'), page(65, 'home')];
    expect(p(unsure)).toBe(p([]));
  });
});

describe('what else is possible', () => {
  it.each([
    ['a bare logout', [ended(0)]],
    ['a refused password', [ended(0), login(5, 'rejected'), login(60, 'rejected')]],
    ['a certain outage', [network(0, 'online'), ended(1), feed(5, 'outage'), page(6, 'error')]],
    ['an own sign-out, perhaps', [ended(0), answer(5, 'logged-out-everywhere-yourself', 'yes')]],
    ['an old password', [ended(0), page(5, 'old-password')]],
    ['a name that does not resolve', [request(0, 'dns', { count: 4 })]],
  ] as [string, Observation[]][])(
    'beside %s: each other cause with a share, a break-in sooner, most probable first',
    (_, log) => {
      const said: Verdict = verdict(log, 100);
      const expected = Object.entries(said.probabilities)
        .filter(
          ([cause, p]) =>
            p >= (cause === 'account-compromise' ? BREAK_IN_ALSO_POSSIBLE_FROM : ALSO_POSSIBLE_FROM),
        )
        .filter(([cause]) => cause !== said.cause)
        .sort(([, one], [, other]) => other - one)
        .map(([cause]) => cause);
      expect(said.alsoPossible).toEqual(expected);
    },
  );
});

describe('the network', () => {
  const failed = request(10, 'server-error');
  const x = (seconds: number): Observation => request(seconds, 'ok', { service: 'x' });
  const good = (log: Observation[], seconds: number): boolean => {
    const world = emptyWorld();
    for (const one of byTime(log)) absorb(world, one.seen, one.at);
    return networkKnownGood(world, factsOf(world, 'facebook'), at(seconds));
  };

  it('is known good by online, until it is seen to be bad or doubtful', () => {
    expect(good([], 5)).toBe(false);
    expect(good([network(0, 'online')], 99_999)).toBe(true);
    for (const state of ['offline', 'captive-portal', 'tampered'])
      expect(good([network(0, 'online'), network(5, state)], 6)).toBe(false);
    expect(good([network(0, 'tampered'), network(5, 'online')], 6)).toBe(true);
    expect(good([network(0, 'offline'), network(5, 'online')], 6)).toBe(true);
  });

  it('is known good for ten minutes by a feed that was read', () => {
    expect(good([feed(0, 'unknown')], 600)).toBe(true);
    expect(good([feed(0, 'unknown')], 601)).toBe(false);
    expect(good([feed(0, 'unknown'), network(5, 'tampered')], 6)).toBe(false);
  });

  it('is known good for two minutes by another service that answers, not by the failing one', () => {
    expect(good([x(0)], 120)).toBe(true);
    expect(good([x(0)], 121)).toBe(false);
    expect(good([x(0), network(5, 'tampered')], 6)).toBe(false);
    expect(good([request(0, 'ok')], 1)).toBe(false);
  });

  it('is still known good of the time of the failure when that is long ago', () => {
    expect(good([x(10 - 120), failed], 3600)).toBe(true);
    expect(good([x(10 - 121), failed], 3600)).toBe(false);
    expect(good([failed, x(130)], 3600)).toBe(true);
    expect(good([failed, feed(610, 'unknown')], 9999)).toBe(true);
    expect(good([failed, feed(611, 'unknown')], 9999)).toBe(false);
  });
});
