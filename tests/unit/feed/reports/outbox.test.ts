import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterSending,
  EMPTY_OUTBOX,
  nextSendAt,
  outbox,
  sentLately,
  takeDue,
  tidied,
  withReport,
  type Outbox,
} from '../../../../lib/feed/reports/outbox.ts';
import { REPORT_KINDS, type Report } from '../../../../lib/model/report.ts';
import { z } from '../../../../lib/model/zod.ts';

const T0 = Date.parse('2024-03-05T15:02:00.000Z');
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const ALL = { rate: 1, presenceRate: 1, maxDelaySeconds: 180 };
const reportOf = (
  kind: Report['kind'] = 'forced-logout',
  service: Report['service'] = 'facebook',
): Report => ({
  v: 1,
  service,
  kind,
  bucket: 1,
});
const put = (box: Outbox, report = reportOf(), now = T0, random = 0.5) =>
  withReport(box, report, ALL, now, () => random);

describe('a report in the outbox', () => {
  it.each([
    [0, 20],
    [0.5, 100],
    [0.999999, 180],
  ])('waits between 20 seconds and what the feed asks for (chance %f: about %i s)', (random, seconds) => {
    const at = nextSendAt(put(EMPTY_OUTBOX, reportOf(), T0, random)) ?? 0;
    expect((at - T0) / SECOND).toBeCloseTo(seconds, 0);
  });

  it('never waits less than 20 seconds nor more than ten minutes, whatever a feed asks for', () => {
    const waits = [0, 5, 1_000_000].map((maxDelaySeconds) => {
      const box = withReport(EMPTY_OUTBOX, reportOf(), { ...ALL, maxDelaySeconds }, T0, () => 0.999999);
      return ((nextSendAt(box) ?? 0) - T0) / SECOND;
    });
    expect(waits[0]).toBeCloseTo(20, 0);
    expect(waits[1]).toBeCloseTo(20, 0);
    expect(waits[2]).toBeCloseTo(600, 0);
  });

  it('is due when its time has come, and not before', () => {
    const box = put(EMPTY_OUTBOX);
    expect(takeDue(box, ALL, T0 + 99 * SECOND).due).toEqual([]);
    expect(takeDue(box, ALL, T0 + 100 * SECOND).due).toHaveLength(1);
  });

  it('waits for a verified feed, at most a quarter of an hour', () => {
    const box = put(EMPTY_OUTBOX);
    const without = takeDue(box, null, T0 + 10 * MINUTE);
    expect(without.due).toEqual([]);
    expect(takeDue(without.box, ALL, T0 + 14 * MINUTE).due).toHaveLength(1);
    expect(takeDue(without.box, ALL, T0 + 15 * MINUTE)).toMatchObject({ due: [], box: { waiting: [] } });
  });

  it('is let go when the feed asks for none, or the draw is against it', () => {
    const box = put(EMPTY_OUTBOX);
    const later = T0 + 2 * MINUTE;
    expect(takeDue(box, { ...ALL, rate: 0 }, later)).toMatchObject({ due: [], box: { waiting: [] } });
    expect(takeDue(box, { ...ALL, rate: 0.5 }, later).due).toEqual([]);
    expect(takeDue(box, { ...ALL, rate: 0.51 }, later).due).toHaveLength(1);
  });

  it('of presence is drawn by the presence rate as well', () => {
    const box = put(EMPTY_OUTBOX, reportOf('presence'));
    expect(takeDue(box, { ...ALL, presenceRate: 0.4 }, T0 + 2 * MINUTE).due).toEqual([]);
    expect(takeDue(box, { ...ALL, presenceRate: 0.6 }, T0 + 2 * MINUTE).due).toHaveLength(1);
  });

  it('that was sent is gone, and one that failed is tried once more', () => {
    const box = put(EMPTY_OUTBOX);
    const now = T0 + 100 * SECOND;
    const [first] = takeDue(box, ALL, now).due;
    if (!first) throw new Error('nothing is due');
    expect(afterSending(box, first, true, now, 0).waiting).toEqual([]);
    const failed = afterSending(box, first, false, now, 0.5);
    expect(nextSendAt(failed)).toBe(now + 60 * SECOND);
    const [second] = takeDue(failed, ALL, now + 60 * SECOND).due;
    if (!second) throw new Error('nothing is due again');
    expect(afterSending(failed, second, false, now + 60 * SECOND, 0.5).waiting).toEqual([]);
  });
});

describe('the limits', () => {
  it('one of a kind and service in six hours', () => {
    const once = put(EMPTY_OUTBOX);
    expect(put(once, reportOf(), T0 + 6 * HOUR - 1).lately).toHaveLength(1);
    expect(put(once, reportOf(), T0 + 6 * HOUR).lately).toHaveLength(2);
    expect(put(once, reportOf('errors')).lately).toHaveLength(2);
    expect(put(once, reportOf('forced-logout', 'instagram')).lately).toHaveLength(2);
  });

  it('presence once an hour and service', () => {
    const once = put(EMPTY_OUTBOX, reportOf('presence'));
    expect(put(once, reportOf('presence'), T0 + HOUR - 1).lately).toHaveLength(1);
    expect(put(once, reportOf('presence'), T0 + HOUR).lately).toHaveLength(2);
  });

  it('count what the draw has let go, so that trying again does not help', () => {
    const none = takeDue(put(EMPTY_OUTBOX), { ...ALL, rate: 0 }, T0 + MINUTE).box;
    expect(put(none, reportOf(), T0 + HOUR).waiting).toEqual([]);
  });

  it('leave room for a forced logout on a day full of being signed in and well that the draw let go', () => {
    let box = EMPTY_OUTBOX;
    for (let hour = 0; hour < 10; hour += 1)
      for (const service of ['facebook', 'instagram'] as const) {
        const now = T0 + hour * HOUR;
        box = put(box, reportOf('presence', service), now);
        box = takeDue(box, { ...ALL, presenceRate: 0.01 }, now + 3 * MINUTE).box;
      }
    expect(sentLately(box)).toBe(0);
    expect(put(box, reportOf('forced-logout'), T0 + 10 * HOUR).waiting).toHaveLength(1);
  });

  it('count a report once it has left, whether it arrived or not', () => {
    const now = T0 + 100 * SECOND;
    const box = put(EMPTY_OUTBOX);
    const [due] = takeDue(box, ALL, now).due;
    if (!due) throw new Error('nothing is due');
    expect(sentLately(box)).toBe(0);
    const failed = afterSending(box, due, false, now, 0.5);
    expect(sentLately(failed)).toBe(1);
    expect(sentLately(afterSending(failed, { ...due, tries: 1 }, true, now, 0.5))).toBe(1);
    expect(sentLately(tidied(failed, T0 + 24 * HOUR))).toBe(0);
  });

  it('never more than twelve in any 24 hours, whatever comes', () => {
    const events = fc.array(
      fc.record({
        kind: fc.constantFrom(...REPORT_KINDS),
        service: fc.constantFrom<Report['service'][]>('facebook', 'instagram', 'messenger', 'x'),
        after: fc.oneof(fc.integer({ min: 0, max: 4 * HOUR }), fc.integer({ min: 0, max: 12 * MINUTE })),
      }),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(events, (list) => {
        let now = T0;
        let box = EMPTY_OUTBOX;
        const times: number[] = [];
        let turn = 0;
        const draw = () => ((turn += 7) % 10) / 10;
        for (const { kind, service, after } of list) {
          now += after;
          const { due, box: drawn } = takeDue(box, { ...ALL, presenceRate: 0.5 }, now);
          for (const one of due) times.push(one.at);
          box = due.reduce((all, one) => afterSending(all, one, true, now, 0), drawn);
          box = withReport(box, reportOf(kind, service), ALL, now, draw);
          expect(z.safeParse(outbox, box).success).toBe(true);
        }
        for (const start of times)
          expect(times.filter((at) => at >= start && at < start + 24 * HOUR).length).toBeLessThanOrEqual(12);
      }),
    );
  });

  it('hold nothing back for ever when the clock was set back', () => {
    expect(tidied(put(EMPTY_OUTBOX), T0 - HOUR)).toEqual(EMPTY_OUTBOX);
  });
});
