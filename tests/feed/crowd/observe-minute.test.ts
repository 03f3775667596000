import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crowdState, type CrowdState } from '../../../feed/crowd/crowd-state.ts';
import { observeMinute } from '../../../feed/crowd/observe-minute.ts';
import type { BucketCount } from '../../../feed/store/count-store.ts';
import { bucketOf, REPORT_KINDS } from '../../../lib/model/report.ts';
import { afterCalmWeeks } from './calm-weeks.ts';
import { countOf, SETTINGS } from './count-of.ts';

const START = Date.UTC(2024, 2, 5, 12, 0, 30);
const MINUTE = 60_000;

type Counts = (bucket: number, at: number) => readonly BucketCount[];
interface Run {
  readonly from?: number;
  readonly minutes: number;
  readonly counts: Counts;
  readonly state?: CrowdState | null;
  readonly settings?: typeof SETTINGS;
  readonly every?: number;
}

/** Looks so many times, each with what `counts` has for the buckets that are needed. */
const run = ({ from = START, minutes, counts, state = null, settings = SETTINGS, every = MINUTE }: Run) => {
  let seen = { state, reading: null } as { state: CrowdState | null; reading: unknown };
  const looks: ReturnType<typeof observeMinute>[] = [];
  for (let look = 0; look < minutes; look += 1) {
    const at = from + look * every;
    const current = bucketOf(at);
    const given = [3, 2, 1, 0].flatMap((ago) => counts(current - ago, at));
    const next = observeMinute(seen.state, given, at, settings);
    seen = next;
    looks.push(next);
  }
  const last = looks.at(-1);
  if (!last) throw new Error('no look');
  return { ...last, looks };
};

/** Four networks in each bucket: a calm service. */
const calm: Counts = (bucket) => [countOf('errors', bucket, 4)];
const since =
  (when: number, counts: Counts): Counts =>
  (bucket, at) =>
    bucket >= bucketOf(when) ? counts(bucket, at) : calm(bucket, at);
const outage: Counts = (bucket) => [
  countOf('forced-logout', bucket, 400, { regions: { EU: 200, NA: 200 } }),
  countOf('sign-in-rejected', bucket, 200),
];

const LATER = START + 4 * 7 * 24 * 60 * MINUTE;
/** After four weeks of `calm`, and of nothing at all: then half a network a window is usual. */
const CALM_WEEKS = afterCalmWeeks(LATER, 4);
const CALM_FLOOR = afterCalmWeeks(LATER, 0);

describe('a look each minute', () => {
  it('is calm on calm days, and says what is usual', () => {
    const { reading } = run({ from: LATER, minutes: 5, counts: calm, state: CALM_WEEKS });
    expect(reading).toMatchObject({ level: 'none', since: null, spread: false, scope: 'unknown' });
    expect(reading.networks).toBe(8);
    expect(reading.expected).toBeGreaterThan(2);
    expect(reading.expected).toBeLessThan(10);
  });

  it('sees an outage in the second minute, from many networks, with its symptoms', () => {
    const { looks } = run({
      from: LATER,
      minutes: 3,
      counts: since(LATER, outage),
      state: CALM_WEEKS,
    });
    expect(looks.map(({ reading }) => reading.level)).toEqual(['none', 'high', 'high']);
    const reading = looks[1]?.reading;
    expect(reading).toMatchObject({ spread: true, since: LATER });
    expect(reading?.symptoms['forced-logout']).toBeGreaterThan(0.7);
    expect(reading?.symptoms['sign-in-rejected']).toBeGreaterThan(0.3);
    expect(reading?.count).toBe(604);
  });

  it('is over ten calm minutes after the last odd one, and says so only then', () => {
    const end = LATER + 30 * MINUTE;
    const counts: Counts = (bucket, at) =>
      bucket >= bucketOf(LATER) && bucket < bucketOf(end) ? outage(bucket, at) : calm(bucket, at);
    const { looks } = run({ from: LATER, minutes: 60, counts, state: CALM_WEEKS });
    const over = looks.findIndex(({ reading }, index) => index > 30 && reading.level === 'none');
    // The window still holds the last bucket of the outage for five minutes, then ten calm ones pass.
    expect(over).toBe(30 + 5 + 10 - 1);
    expect(looks[over]?.reading.since).toBeNull();
  });

  it('learns nothing from minutes in alarm, and something again from the day after on', () => {
    const short = run({ from: LATER, minutes: 180, counts: since(LATER, outage), state: CALM_WEEKS }).state;
    const learned = (state: CrowdState) =>
      Math.max(
        ...state.hours.means.map((mean) => mean ?? 0),
        state.hour.sum / Math.max(1, state.hour.buckets),
      );
    expect(learned(short)).toBe(4);
    const long = run({ from: LATER, minutes: 1560, counts: since(LATER, outage), state: CALM_WEEKS }).state;
    expect(learned(long)).toBeGreaterThan(100);
  });

  it('keeps both buckets of the first odd window out of the baseline, and lets the one before them in', () => {
    const begun = bucketOf(LATER);
    const counts: Counts = (bucket, at) => (bucket >= begun - 1 ? outage(bucket, at) : calm(bucket, at));
    const first = run({ from: LATER, minutes: 1, counts: calm, state: CALM_WEEKS });
    const { state } = run({ from: LATER + MINUTE, minutes: 20, counts, state: first.state });
    expect(state.alarmed?.from).toBe(begun - 1);
    expect(state.learned).toBeGreaterThan(begun);
    expect(state.hour.sum / Math.max(1, state.hour.buckets)).toBeLessThanOrEqual(4);
  });

  it('sees a crowd in the second minute of its life, and knows within two hours when it has begun among many people', () => {
    // Of a bucket that began `age` seconds ago, what happened up to 100 seconds ago has arrived.
    const many: Counts = (bucket, at) => {
      const age = at / 1000 - bucket * 300;
      return [countOf('errors', bucket, Math.round(400 * Math.min(1, Math.max(0, (age - 100) / 300))))];
    };
    const { looks } = run({ minutes: 120, counts: many });
    expect(looks.slice(0, 2).map(({ reading }) => reading.level)).toEqual(['none', 'high']);
    expect(looks.at(-1)?.reading.level).toBe('none');
  });

  it('raises a slow ramp that is odd in no window', () => {
    const begun = bucketOf(LATER);
    const ramp: Counts = (bucket) => [countOf('errors', bucket, 4 + Math.floor((bucket - begun) / 3))];
    const { looks } = run({ from: LATER, minutes: 240, counts: since(LATER, ramp), state: CALM_WEEKS });
    const first = looks.find(({ reading }) => reading.level !== 'none');
    expect(first?.reading.level).toBe('raised');
    expect(first?.reading.networks).toBeLessThan(36);
  });

  it('is not moved by a flood from one block, nor are its reports counted', () => {
    const flooded: Counts = (bucket) => [
      countOf('errors', bucket, 256, { blocks: [256], reports: 768 }),
      countOf('forced-logout', bucket, 256, { blocks: [256], reports: 768 }),
    ];
    const { reading } = run({ from: LATER, minutes: 60, counts: since(LATER, flooded), state: CALM_WEEKS });
    expect(reading.level).toBe('none');
    expect(reading.networks).toBeLessThanOrEqual(2);
    expect(reading.count).toBeLessThan(20);
  });

  it('is spread over many blocks, many networks or several regions, and high without it otherwise', () => {
    const spreadOf = (blocks: number[], regions: Record<string, number>): boolean => {
      const networks = blocks.reduce((sum, size) => sum + size, 0);
      const counts: Counts = (bucket) =>
        bucket < bucketOf(LATER) ? [] : [countOf('errors', bucket, networks, { blocks, regions })];
      const { reading } = run({ from: LATER, minutes: 3, counts, state: CALM_FLOOR });
      expect(reading.level).not.toBe('none');
      return reading.spread;
    };
    expect(spreadOf([5, 5, 5, 1, 1, 1, 1, 1], {})).toBe(false);
    expect(spreadOf([3, 3, 3, 3, 2, 2, 2, 1], {})).toBe(false);
    expect(spreadOf([3, 3, 3, 3, 2, 2, 2, 2], {})).toBe(true);
    expect(spreadOf(Array<number>(7).fill(80), {})).toBe(false);
    // Four blocks of which somebody owns every network, and three people elsewhere.
    expect(spreadOf([256, 256, 256, 256, 2, 1, 1], {})).toBe(false);
    expect(spreadOf(Array<number>(9).fill(2), {})).toBe(false);
    expect(spreadOf(Array<number>(10).fill(1), {})).toBe(true);
    expect(spreadOf(Array<number>(9).fill(1), { EU: 3, NA: 3, SA: 3 })).toBe(true);
    expect(spreadOf(Array<number>(9).fill(1), { EU: 4, NA: 3, SA: 2 })).toBe(false);
  });

  it('sees the share of signed-in people who complain, where presence is known', () => {
    const counts: Counts = (bucket) => [countOf('errors', bucket, 50), countOf('presence', bucket, 4)];
    const { reading } = run({ minutes: 2, counts });
    expect(reading.rate).toBeCloseTo(100 / (100 + 8 / 0.01), 9);
    expect(run({ minutes: 2, counts, settings: { ...SETTINGS, presenceRate: 0 } }).reading.rate).toBeNull();
    expect(run({ minutes: 2, counts: calm }).reading.rate).toBeNull();
  });

  it('keeps its measure when fewer clients are asked to report', () => {
    const sampled: Counts = (bucket) => [countOf('errors', bucket, 40)];
    const full = run({ minutes: 600, counts: (bucket) => [countOf('errors', bucket, 400)] }).state;
    const from = START + 600 * MINUTE;
    const settings = { ...SETTINGS, rate: 0.1 };
    const tenth = run({ from, minutes: 120, counts: sampled, state: full, settings });
    expect(tenth.reading.level).toBe('none');
    expect(
      tenth.reading.expected / run({ from, minutes: 1, counts: sampled, state: full }).reading.expected,
    ).toBeLessThan(0.25);
    expect(tenth.state.hours.means.at(-1)).toBe(400);
  });

  it('learns nothing and raises nothing while reporting is off', () => {
    const off = run({ minutes: 60, counts: outage, settings: { ...SETTINGS, rate: 0 } });
    expect(off.reading.level).toBe('none');
    expect(off.state.hour.buckets).toBe(0);
  });
});

describe('clocks, gaps and restarts', () => {
  it('a second look in the same minute advances nothing', () => {
    const seen = run({
      from: LATER,
      minutes: 9,
      counts: since(LATER, outage),
      state: CALM_WEEKS,
      every: 3000,
    });
    expect(seen.reading.level).toBe('none');
  });

  it('a tick that comes late is no gap, five minutes without a look are', () => {
    const late = run({
      from: LATER,
      minutes: 2,
      counts: since(LATER, outage),
      state: CALM_WEEKS,
      every: 2 * MINUTE,
    });
    expect(late.reading.level).toBe('high');
    const gaps = run({
      from: LATER,
      minutes: 4,
      counts: since(LATER, outage),
      state: CALM_WEEKS,
      every: 5 * MINUTE,
    });
    expect(gaps.reading.level).toBe('none');
  });

  it('an alarm survives ten minutes without a look, not twenty', () => {
    const high = run({ from: LATER, minutes: 5, counts: since(LATER, outage), state: CALM_WEEKS }).state;
    const look = (after: number) =>
      run({ from: LATER + (4 + after) * MINUTE, minutes: 1, counts: since(LATER, outage), state: high })
        .reading;
    expect(look(10).level).toBe('high');
    expect(look(20)).toMatchObject({ level: 'none', since: null });
  });

  it('buckets that fell into a long gap teach nothing', () => {
    const from = LATER + 40 * MINUTE;
    const { state } = run({ from, minutes: 11, counts: calm, state: CALM_WEEKS });
    expect(state.learned).toBeLessThanOrEqual(bucketOf(from));
    const later = run({ from: from + 11 * MINUTE, minutes: 5, counts: calm, state });
    expect(later.state.learned).toBe(bucketOf(from) + 1);
  });

  it('looks that are ten minutes apart miss no bucket', () => {
    const counts: Counts = (bucket) => [countOf('errors', bucket, bucket % 12)];
    const { state } = run({ minutes: 18, every: 10 * MINUTE, counts });
    expect(state.hours.means.slice(1)).toEqual([5.5]);
  });

  it('a clock set back a little waits, one that was far ahead is taken back with what it taught', () => {
    const back = run({ from: LATER - 30 * MINUTE, minutes: 5, counts: outage, state: CALM_WEEKS });
    expect(back.reading.level).toBe('none');
    expect(back.state.hours).toEqual(CALM_WEEKS.hours);
    const far = run({ from: LATER - 600 * MINUTE, minutes: 3, counts: outage, state: CALM_WEEKS });
    expect(far.reading.level).toBe('high');
    expect(far.state.hours.means.length).toBeLessThan(CALM_WEEKS.hours.means.length);
    expect(far.state.hours.means.length).toBeGreaterThan(5);
  });

  it('goes on from what was kept as JSON as if it had never stopped', () => {
    const kept: unknown = JSON.parse(JSON.stringify(CALM_WEEKS));
    const read = crowdState.parse(kept);
    expect(read).toEqual(CALM_WEEKS);
    const rest = { from: LATER, minutes: 40, counts: since(LATER, outage) };
    expect(run({ ...rest, state: read }).state).toEqual(run({ ...rest, state: CALM_WEEKS }).state);
  });

  it.each([
    ['another version', { version: 2 }],
    [
      'a level that does not exist',
      { alarm: { level: 'panic', since: null, spread: false, raised: 0, high: 0, calm: 0 } },
    ],
    ['a negative sum', { cusum: -1 }],
    ['a key of its own', { address: '192.0.2.1' }],
    ['a week that lacks hours', { levels: [] }],
  ])('refuses a kept state with %s', (_, wrong) => {
    expect(crowdState.safeParse({ ...CALM_WEEKS, ...wrong }).success).toBe(false);
  });
});

describe('the curve', () => {
  it('has the networks of each ten minutes, oldest first, six hours at most', () => {
    const { reading } = run({
      minutes: 9 * 60,
      counts: (bucket) => [countOf('errors', bucket, bucket % 10)],
    });
    expect(reading.curve).toHaveLength(36);
    const last = Math.floor(bucketOf(START + (9 * 60 - 1) * MINUTE) / 2);
    const expected = Array.from({ length: 36 }, (_, index) => {
      const bucket = 2 * (last - 35 + index);
      return (bucket % 10) + ((bucket + 1) % 10);
    });
    expect(reading.curve).toEqual(expected);
  });

  it('begins with the window in which the first look was, and begins anew after a hole', () => {
    expect(run({ minutes: 1, counts: calm }).reading.curve).toEqual([4]);
    const { state } = run({ minutes: 60, counts: calm });
    expect(state.curve.values).toHaveLength(6);
    const later = run({ from: START + 100 * MINUTE, minutes: 1, counts: calm, state });
    expect(later.reading.curve).toEqual([4]);
  });

  it('counts what comes late into the window in which it happened', () => {
    const half = run({ minutes: 10, counts: (bucket) => [countOf('errors', bucket, 2)] });
    const full = run({ from: START + 10 * MINUTE, minutes: 1, counts: calm, state: half.state });
    expect(full.reading.curve).toEqual([8, 4]);
  });
});

describe('whatever is counted', () => {
  const count = fc.record({
    service: fc.constant('facebook' as const),
    kind: fc.constantFrom(...REPORT_KINDS),
    bucket: fc.integer({ min: bucketOf(START) - 5, max: bucketOf(START) + 20 }),
    reports: fc.nat({ max: 1e6 }),
    networks: fc.nat({ max: 1e6 }),
    blocks: fc.array(fc.nat({ max: 5000 }), { maxLength: 64 }),
    regions: fc.dictionary(fc.string({ maxLength: 12 }), fc.nat({ max: 5000 }), { maxKeys: 40 }),
  });

  it('the reading is sound, the state fits its schema and survives JSON', () => {
    fc.assert(
      fc.property(
        fc.array(count, { maxLength: 30 }),
        fc.array(fc.integer({ min: -90, max: 90 }), { maxLength: 12 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (counts, jumps, rate) => {
          let [at, state]: [number, CrowdState | null] = [START, null];
          for (const jump of [1, ...jumps]) {
            at += jump * MINUTE;
            const seen = observeMinute(state, counts, at, { rate, presenceRate: rate, maxDelaySeconds: 180 });
            state = seen.state;
            expect(crowdState.safeParse(JSON.parse(JSON.stringify(state))).error).toBeUndefined();
            const { reading } = seen;
            for (const share of [...Object.values(reading.symptoms), reading.rate ?? 0]) {
              expect(share).toBeGreaterThanOrEqual(0);
              expect(share).toBeLessThanOrEqual(1);
            }
            expect(reading.curve.length).toBeLessThanOrEqual(36);
            expect(reading.expected).toBeGreaterThanOrEqual(0);
            expect((reading.level === 'none') === (reading.since === null)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives the same for the same, and changes nothing that it was given', () => {
    const frozen = JSON.stringify(CALM_WEEKS);
    const counts = [countOf('errors', bucketOf(LATER), 30)];
    const first = observeMinute(CALM_WEEKS, counts, LATER, SETTINGS);
    expect(observeMinute(CALM_WEEKS, counts, LATER, SETTINGS)).toEqual(first);
    expect(JSON.stringify(CALM_WEEKS)).toBe(frozen);
  });

  it('stays small: a service’s state is below 16 kB however long and loudly it runs', () => {
    const regions = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`REGION-${index}`, index]));
    const loud = REPORT_KINDS.slice(-2).map((kind) => countOf(kind, 0, 9_876, { regions }));
    const { state } = run({
      minutes: 9 * 7 * 96,
      every: 15 * MINUTE,
      counts: (bucket) => loud.map((count) => ({ ...count, bucket, networks: 9_000 + (bucket % 1000) })),
    });
    expect(state.hours.means.length).toBe(1346);
    expect(JSON.stringify(state).length).toBeLessThan(16_000);
  });
});
