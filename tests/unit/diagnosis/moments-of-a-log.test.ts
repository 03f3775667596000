import { describe, expect, it } from 'vitest';
import { byTime } from '../../../lib/diagnosis/facts/in-order.ts';
import { momentsOf } from '../../../lib/diagnosis/fold/moments.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { answer, at, ended, page } from './log-builder.ts';

/** Each moment: seconds after the start, and how much was seen then (0: a re-check). */
const moments = (log: readonly Observation[], wanted: () => number): [number, number][] =>
  [...momentsOf(byTime(log), wanted)].map((one) => [(one.at - at(0)) / 1000, one.set.length]);

const always = (): number => -Infinity;
const never = (): number => Infinity;

describe('the moments of a log', () => {
  it('are none of nothing', () => {
    expect(moments([], always)).toEqual([]);
  });

  it('are each observation and its re-checks after 10 s, 1, 5 and 15 min and 1 h, until the last is over', () => {
    expect(moments([ended(0)], always)).toEqual([
      [0, 1],
      [10, 0],
      [60, 0],
      [300, 0],
      [900, 0],
      [3600, 0],
    ]);
  });

  it('lie in order of time, and what is seen at the time of a re-check takes its place', () => {
    expect(moments([page(60, 'login'), ended(0)], always)).toEqual([
      [0, 1],
      [10, 0],
      [60, 1],
      [70, 0],
      [120, 0],
      [300, 0],
      [360, 0],
      [900, 0],
      [960, 0],
      [3600, 0],
      [3660, 0],
    ]);
  });

  it('are one where re-checks of several observations fall together', () => {
    const log = [ended(0), page(50, 'login')];
    expect(moments(log, always).slice(0, 6)).toEqual([
      [0, 1],
      [10, 0],
      [50, 1],
      [60, 0],
      [110, 0],
      [300, 0],
    ]);
  });

  it('hold all that was seen at one time, in the order in which a set is read', () => {
    const log = [answer(5, 'works-on-another-device', 'no'), page(5, 'login'), ended(5), page(9, 'login')];
    const [first, second] = [...momentsOf(byTime(log), never)];
    expect(first?.set.map(({ seen }) => seen.kind)).toEqual(['session', 'page', 'answer']);
    expect(second?.set.map(({ seen }) => seen)).toEqual([log[3]]);
  });

  it('leave out the re-checks before anything can change, and no others', () => {
    expect(moments([ended(0)], never)).toEqual([[0, 1]]);
    expect(moments([ended(0)], () => at(60))).toEqual([
      [0, 1],
      [60, 0],
      [300, 0],
      [900, 0],
      [3600, 0],
    ]);
    expect(moments([ended(0), page(400, 'login')], () => at(350)).map(([when]) => when)).toEqual([
      0, 400, 410, 460, 700, 900, 1300, 3600, 4000,
    ]);
  });

  it('ask each time anew when that is', () => {
    let wanted = -Infinity;
    const times: number[] = [];
    for (const one of momentsOf(byTime([ended(0)]), () => wanted)) {
      times.push(one.at);
      if (one.at === at(10)) wanted = at(250);
    }
    expect(times).toEqual([0, 10, 300, 900, 3600].map(at));
  });
});
