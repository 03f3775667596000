import { describe, expect, it } from 'vitest';
import { recheckTimes } from '../../../lib/diagnosis/index.ts';
import { at, ended, feed, seen } from './log-builder.ts';

describe('re-checks', () => {
  it('follow an observation after 10 s, 1, 5, 15 min and 1 h, and when it is a day old', () => {
    const log = [ended(0)];
    const moments: number[] = [];
    for (let next = recheckTimes(log, at(0)); next !== null; next = recheckTimes(log, next))
      moments.push(next);
    expect(moments).toEqual([10, 60, 300, 900, 3600, 86_400].map(at));
  });

  it('come at the expiry of a feed too', () => {
    expect(recheckTimes([feed(0, 'outage', {}, { ttl: 70 })], at(60))).toBe(at(70));
    expect(recheckTimes([feed(0, 'outage', {}, { age: 470 })], at(60))).toBe(at(130));
  });

  it('are those of its observation alone where no feed was to be had, or it was not believed', () => {
    for (const state of ['unreachable', 'invalid', 'stale', 'rolled-back'])
      expect(recheckTimes([seen(0, { kind: 'feed', state })], at(300))).toBe(at(900));
  });

  it('are of the past only: what is later in the log is not known yet', () => {
    expect(recheckTimes([ended(100)], at(50))).toBeNull();
    expect(recheckTimes([], at(0))).toBeNull();
  });
});
