import { describe, expect, it } from 'vitest';
import { asSet, byTime } from '../../../lib/diagnosis/facts/in-order.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { answer, ended, feed, login, network, page, request, seen, started } from './log-builder.ts';

const order = (log: readonly Observation[]): readonly Observation[] =>
  asSet(byTime(log)).map((one) => one.seen);

describe('what is seen at one moment is read', () => {
  const MOMENT: Observation[] = [
    network(5, 'online'),
    seen(5, { service: null, kind: 'clearing', sites: 4 }),
    feed(5, 'outage'),
    seen(5, { kind: 'official', source: 'metastatus', status: 'outage', statusAt: network(5, 'online').at }),
    seen(5, { kind: 'logout', scope: 'here' }),
    started(5),
    ended(5),
    request(5, 'ok'),
    request(5, 'server-error'),
    login(5, 'rejected'),
    page(5, 'home'),
    page(5, 'login'),
    answer(5, 'was-signed-in', 'yes'),
  ];

  it('the surroundings first, then what happened in them, what works before what fails, the answers last', () => {
    expect(order([...MOMENT].reverse())).toEqual(MOMENT);
    expect(order(MOMENT)).toEqual(MOMENT);
  });

  it('in an order of its own where the kind is the same', () => {
    const [one, other] = [page(5, 'locked'), page(5, 'checkpoint')];
    expect(order([one, other])).toEqual(order([other, one]));
    expect(order([one, other, one])).toEqual(order([other, one, one]));
  });
});

describe('a log is read by time', () => {
  it('whatever its order, and of equal times as it stands', () => {
    const log = [page(9, 'locked'), page(5, 'home'), page(9, 'checkpoint'), page(1, 'login')];
    expect(byTime(log).map((one) => one.seen)).toEqual([log[3], log[1], log[0], log[2]]);
    expect(byTime([page(2, 'home'), page(1, 'home')]).map((one) => one.at)).toEqual(
      [1, 2].map((second) => Date.parse(page(second, 'home').at)),
    );
  });
});
