import { describe, expect, it } from 'vitest';
import type { Alarm } from '../../../feed/crowd/crowd-state.ts';
import { nextCusum } from '../../../feed/crowd/cusum.ts';
import { judgeAlarm } from '../../../feed/crowd/judge-alarm.ts';
import { oddnessOf } from '../../../feed/crowd/oddness.ts';
import { QUIET } from '../../../feed/crowd/quiet.ts';
import type { WindowReading } from '../../../feed/crowd/read-window.ts';

const AT = 1_700_000_100_000;

/** The alarm after minutes with these chances, one after the other. */
const after = (chances: readonly number[], from: Alarm = QUIET, cusum = 0): Alarm =>
  chances.reduce(
    (alarm, chance, index) =>
      judgeAlarm(alarm, {
        at: AT + index * 60_000,
        oddness: { counted: chance, any: chance },
        spread: false,
        networks: 50,
        cusum,
      }),
    from,
  );

const times = (count: number, chance: number): number[] => Array<number>(count).fill(chance);

describe('the alarm', () => {
  it('needs two odd minutes in a row', () => {
    expect(after([1e-9]).level).toBe('none');
    expect(after([1e-9, 0.5, 1e-9, 0.5, 1e-9]).level).toBe('none');
    expect(after([1e-9, 1e-9]).level).toBe('high');
    expect(after([1e-5, 1e-9]).level).toBe('raised');
    expect(after([1e-5, 1e-5]).level).toBe('raised');
  });

  it('is raised below 1e-4 and high below 1e-6', () => {
    expect(after(times(9, 1.01e-4)).level).toBe('none');
    expect(after(times(2, 0.99e-4)).level).toBe('raised');
    expect(after(times(9, 1.01e-6)).level).toBe('raised');
    expect(after(times(2, 0.99e-6)).level).toBe('high');
  });

  it('has stood since the first of the two minutes, and keeps that when it rises', () => {
    expect(after([1e-5, 1e-5]).since).toBe(AT);
    expect(after([1e-5, 1e-5, 1e-9, 1e-9]).since).toBe(AT);
    expect(after([0.5]).since).toBeNull();
  });

  it('stays until ten calm minutes in a row', () => {
    const high = after([1e-9, 1e-9]);
    expect(after(times(9, 0.5), high).level).toBe('high');
    expect(after(times(10, 0.5), high)).toMatchObject({ level: 'none', since: null });
    expect(after([...times(9, 0.5), 0.005, ...times(9, 0.5)], high).level).toBe('high');
    expect(after(times(30, 0.0099), high).level).toBe('high');
    expect(after(times(30, 1e-5), high).level).toBe('high');
  });

  it('rises again after it was over only by two odd minutes', () => {
    const over = after(times(10, 0.5), after([1e-9, 1e-9]));
    expect(after([1e-9], over).level).toBe('none');
    expect(after([1e-9, 1e-9], over).level).toBe('high');
  });

  it('once spread stays so until it is over, and is not spread before it stands', () => {
    const minute = (before: Alarm, chance: number, spread: boolean) =>
      judgeAlarm(before, {
        at: AT,
        oddness: { counted: chance, any: chance },
        spread,
        networks: 50,
        cusum: 0,
      });
    const first = minute(QUIET, 1e-9, true);
    expect(first.spread).toBe(false);
    const few = minute(first, 1e-9, false);
    expect(few).toMatchObject({ level: 'high', spread: false });
    const many = minute(few, 1e-9, true);
    expect(minute(many, 1e-9, false).spread).toBe(true);
    expect(after(times(10, 0.5), many).spread).toBe(false);
  });

  it('is raised by a sum of small excesses, with eight networks or more', () => {
    const judge = (networks: number, cusum: number) =>
      judgeAlarm(QUIET, { at: AT, oddness: { counted: 1, any: 0.5 }, spread: false, networks, cusum });
    expect(judge(8, 12)).toMatchObject({ level: 'raised', since: AT });
    expect(judge(8, 11.9).level).toBe('none');
    expect(judge(7.9, 12).level).toBe('none');
  });

  it('raised by a sum, is not over before the sum has come down; high, it does not wait for that', () => {
    const raised = after(times(1, 0.5), QUIET, 13);
    expect(raised.level).toBe('raised');
    expect(after(times(20, 0.5), raised, 8).level).toBe('raised');
    expect(after(times(20, 0.5), raised, 7.9).level).toBe('none');
    expect(after(times(10, 0.5), after([1e-9, 1e-9]), 16).level).toBe('none');
  });
});

const windowOf = (networks: number, regions: Record<string, number> = {}): WindowReading => ({
  networks,
  reports: networks,
  blocks: networks,
  kinds: new Map(),
  regions: new Map(Object.entries(regions)),
  filled: 1,
});

describe('how odd a window is', () => {
  const usual = { level: 0.5, dispersion: 0.1 };

  it('does not count fewer than eight networks, but sees them when it asks whether it is over', () => {
    const seven = oddnessOf(windowOf(7.9), usual, null);
    expect(seven.counted).toBe(1);
    expect(seven.any).toBeLessThan(1e-5);
    expect(oddnessOf(windowOf(8), usual, null).counted).toBeLessThan(1e-6);
  });

  it('expects as much as has had time to arrive', () => {
    const odd = oddnessOf(windowOf(40), { level: 20, dispersion: 0.1 }, null).counted;
    const full = oddnessOf({ ...windowOf(40), filled: 1.6 }, { level: 20, dispersion: 0.1 }, null).counted;
    expect(full).toBeGreaterThan(5 * odd);
  });

  it('sees in a small region what is lost in the whole', () => {
    const shares = new Map([
      ['EU', 0.97],
      ['OC', 0.03],
    ]);
    const busy = { level: 20, dispersion: 0.1 };
    const window = windowOf(32, { EU: 20, OC: 12 });
    expect(oddnessOf(window, busy, null).counted).toBeGreaterThan(1e-4);
    expect(oddnessOf(window, busy, shares).counted).toBeLessThan(1e-6);
  });

  it('asks for more the more regions there are', () => {
    const of = (regions: number) =>
      new Map(Array.from({ length: regions }, (_, index) => [index === 0 ? 'OC' : `R${index}`, 0.02]));
    const busy = { level: 20, dispersion: 0.1 };
    const chance = (regions: number) => oddnessOf(windowOf(20, { OC: 9 }), busy, of(regions)).counted;
    expect(chance(32)).toBeCloseTo(32 * chance(1), 12);
  });
});

describe('the sum for slow ramps', () => {
  const usual = { level: 9, dispersion: 0.1 };
  const after20 = (networks: number): number =>
    Array.from({ length: 20 }).reduce<number>((sum) => nextCusum(sum, networks, usual), 0);

  it('stays at nothing on ordinary windows and grows with a lasting excess', () => {
    expect(after20(9)).toBe(0);
    expect(after20(11)).toBe(0);
    expect(after20(14)).toBeGreaterThan(7);
    expect(after20(16)).toBeGreaterThanOrEqual(12);
  });

  it('lets no single window speak for many, and comes down again', () => {
    expect(nextCusum(0, 1e6, usual)).toBe(3.25);
    expect(after20(1e6)).toBe(16);
    expect(nextCusum(16, 9, usual)).toBe(15.25);
  });
});
