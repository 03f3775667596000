import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incidentsCsv } from '../../../lib/storage/incidents-csv.ts';
import { parseRecord, recordText } from '../../../lib/storage/record-file.ts';
import { gapsBetween } from '../../../lib/storage/time-gaps.ts';
import { incidentOf, logout, MINUTE, NOON, pageSeen } from './sample-data.ts';

describe('a record file', () => {
  it('reads back what was written, oldest first', () => {
    const text = recordText('A "quoted" day', [pageSeen(NOON + 1), logout(NOON, 'here'), pageSeen(NOON)]);
    expect(parseRecord(text)).toEqual({
      ok: true,
      record: {
        format: 'outage-or-hacked/record@1',
        title: 'A "quoted" day',
        observations: [logout(NOON, 'here'), pageSeen(NOON), pageSeen(NOON + 1)],
      },
    });
    expect(text.split('\n').filter((line) => line.includes('"kind"'))).toHaveLength(3);
  });

  it('may be empty', () => {
    expect(parseRecord(recordText('', []))).toMatchObject({ ok: true, record: { observations: [] } });
  });

  it('that does not fit says where and what was expected', () => {
    expect(parseRecord('{')).toEqual({ ok: false, path: '', expected: 'expected JSON' });
    const broken = recordText('', [pageSeen(NOON), pageSeen(NOON)]).replace('"login"', '"lobby"');
    expect(parseRecord(broken)).toMatchObject({ ok: false, path: 'observations.0.page' });
    expect(parseRecord('[]')).toMatchObject({ ok: false, path: '' });
  });

  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => typeof parseRecord(text).ok === 'boolean'),
    );
  });
});

describe('incidents as CSV', () => {
  it('have a header and a line each, with what stands', () => {
    const open = incidentOf('b', NOON, { closedAt: null, service: 'instagram', cause: 'account-compromise' });
    const [header, ...lines] = incidentsCsv([incidentOf('a', NOON), open]).split('\r\n');
    expect(header).toBe(
      '\uFEFFid,service,opened_at,closed_at,closed_by,duration_seconds,cause,certainty,alarm,verdicts,note',
    );
    expect(lines).toEqual([
      'a,facebook,2024-03-05T12:00:00.000Z,2024-03-05T13:00:00.000Z,recovered,3600,outage,confident,none,2,',
      'b,instagram,2024-03-05T12:00:00.000Z,,,,account-compromise,confident,act,2,',
      '',
    ]);
  });

  it.each([
    ['a, b', '"a, b"'],
    ['she said "no"', '"she said ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['-2', "'-2"],
    ['@sum', "'@sum"],
    ['+33', "'+33"],
    ['é', 'é'],
  ])('write the note %j as %j', (note, cell) => {
    expect(incidentsCsv([incidentOf('a', NOON, { note })]).endsWith(`,2,${cell}\r\n`)).toBe(true);
  });
});

describe('gaps between spans', () => {
  it('cover exactly the times before the end that lie in no span', () => {
    const time = fc.integer({ min: 0, max: 12 });
    const spans = fc.array(fc.record({ from: time, to: fc.oneof(time, fc.constant(Infinity)) }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(spans, time, time, (kept, before, at) => {
        const gaps = gapsBetween(kept, before).filter((gap) => at > gap.after && at < gap.before);
        const wanted = at < before && !kept.some(({ from, to }) => at >= from && at <= to);
        expect(gaps).toHaveLength(wanted ? 1 : 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('are all the time before when nothing is kept', () => {
    expect(gapsBetween([], 5 * MINUTE)).toEqual([{ after: -Infinity, before: 5 * MINUTE }]);
  });
});
