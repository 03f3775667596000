import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readRecord } from '../../../lib/model/read-record.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { ended, feed, page, request } from './log-builder.ts';

const folder = mkdtempSync(join(tmpdir(), 'replay-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const record = (observations: Observation[], expect: object[] = []) => ({
  format: 'outage-or-hacked/record@1',
  title: 'A record',
  observations,
  expect,
});
const replay = (...files: string[]) => {
  const run = spawnSync(process.execPath, ['scripts/replay.ts', ...files], { encoding: 'utf8' });
  const lines = run.stdout.split('\n').filter((line) => line !== '');
  return { ...run, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
};

const LONE = [ended(1), page(2, 'login')];
const MET = { at: LONE[1]?.at, service: 'facebook', cause: 'unclear', alarm: ['watch', 'act'] };

describe('npm run replay', () => {
  it('prints a line after each observation for each open incident, in the order of time', () => {
    const file = write('order.json', record([...LONE].reverse()));
    const { lines, status } = replay(file);
    expect(lines.map(({ step, at, service }) => [step, at, service])).toEqual([
      [0, LONE[0]?.at, 'facebook'],
      [1, LONE[1]?.at, 'facebook'],
    ]);
    expect(Object.keys(lines[0] ?? {})).toEqual([
      'file',
      'step',
      'at',
      'service',
      'cause',
      'certainty',
      'alarm',
      'probabilities',
      'reasons',
    ]);
    expect(lines[0]).toMatchObject({ file, cause: 'unclear' });
    expect(status).toBe(0);
  });

  it('tells expectations that are met from those that are not, by the exit status too', () => {
    const never = { service: 'facebook', never: { cause: ['unclear'], alarm: 'watch' } };
    const met = replay(write('met.json', record(LONE, [MET])));
    expect([met.status, met.lines.at(-1)]).toEqual([
      0,
      expect.objectContaining({ expectation: 0, met: true }),
    ]);
    expect(met.lines.at(-1)).not.toHaveProperty('step');
    const file = write('unmet.json', record(LONE, [never, MET]));
    const unmet = replay(file);
    expect(unmet.status).toBe(1);
    expect(unmet.lines.at(-1)).toEqual({ file, service: 'facebook', expectation: 0, met: false });
  });

  it('takes several fields of a "never" together', () => {
    const never = { service: 'facebook', never: { cause: 'unclear', alarm: 'act' } };
    expect(replay(write('together.json', record(LONE, [never]))).status).toBe(0);
  });

  it('looks at what must never hold between observations too', () => {
    const outlived = [ended(0), feed(1, 'outage', {}, { ttl: 100 }), request(7200, 'client-error')];
    const never = { service: 'facebook', never: { cause: 'unclear', at: undefined } };
    expect(
      replay(
        write(
          'between.json',
          record(outlived, [{ ...never, never: { cause: ['unclear'], certainty: 'unsure' } }]),
        ),
      ).status,
    ).toBe(1);
  });

  it('says of a service without an incident that there is none', () => {
    const none = { at: LONE[1]?.at, service: 'x', cause: [null], certainty: null, alarm: 'none' };
    const { lines, status } = replay(write('none.json', record(LONE, [none])));
    expect(lines.at(-1)).toMatchObject({
      service: 'x',
      cause: null,
      certainty: null,
      alarm: 'none',
      reasons: [],
    });
    expect(status).toBe(0);
  });

  it('names file, path and expectation of what does not fit, and loses nothing of the other files', () => {
    const good = write('good.json', record(LONE, [MET]));
    const bad = write('bad.json', record([ended(0), { ...ended(1), by: 'nobody' } as never]));
    const { status, stderr, lines } = replay(
      bad,
      join(folder, 'absent.json'),
      write('broken.json', '{"format": '),
      good,
    );
    expect(status).toBe(2);
    expect(lines).toHaveLength(3);
    const told = stderr.trimEnd().split('\n');
    expect(told).toHaveLength(3);
    expect(told[0]).toMatch(/bad\.json: observations\[1\]\.by: expected one of "server"/);
    expect(told[1]).toMatch(/absent\.json: .*expected a file/);
    expect(told[2]).toMatch(/broken\.json: .*expected JSON/);
  });

  it('leaves standard error empty, however much goes into a pipe', () => {
    const many = Array.from({ length: 6000 }, (_, i) => page(i + 1, i % 2 ? 'login' : 'error'));
    const file = write('long.json', record([ended(0), ...many]));
    const run = spawnSync('sh', ['-c', `"${process.execPath}" scripts/replay.ts "${file}" | wc -l`], {
      encoding: 'utf8',
    });
    expect([run.stdout.trim(), run.stderr]).toEqual(['6001', '']);
  });

  it('writes everything into a slow pipe', async () => {
    const many = Array.from({ length: 1500 }, (_, i) => page(i + 1, i % 2 ? 'login' : 'error'));
    const file = write('many.json', record([ended(0), ...many]));
    const child = spawn(process.execPath, ['scripts/replay.ts', file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    for await (const chunk of child.stdout) {
      text += String(chunk);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(text.trimEnd().split('\n')).toHaveLength(1501);
    expect(text.endsWith('\n')).toBe(true);
  });
});

describe('a record that does not fit', () => {
  const misfit = (value: unknown): string => {
    const reading = readRecord(value);
    return reading.ok ? 'fits' : `${reading.path}: ${reading.expected}`;
  };
  const one = (fields: object) => record([{ ...ended(0), ...fields } as never]);

  it.each([
    ['the format', { ...record([]), format: 'another' }, 'format: expected "outage-or-hacked/record@1"'],
    ['a kind', one({ kind: 'guess' }), 'observations[0].kind: expected one of "session", '],
    [
      'a time without milliseconds',
      one({ at: '2026-05-04T09:00:00Z' }),
      'observations[0].at: expected an ISO 8601 time',
    ],
    ['a service', one({ service: 'friendster' }), 'observations[0].service: expected'],
    ['an extra field', one({ password: 'x' }), 'observations[0]: expected no field "password"'],
    ['an expected cause', record([], [{ ...MET, cause: ['aliens'] }]), 'expect[0].cause[0]: expected one of'],
    [
      'an expected alarm that must never be',
      record([], [{ service: 'facebook', never: { alarm: 'loud' } }]),
      'expect[0].never.alarm: expected one of',
    ],
    [
      'an expectation without a moment',
      record([], [{ service: 'facebook', cause: 'outage' }]),
      'expect[0].at: expected string',
    ],
    [
      'a feed entry',
      record([feed(0, 'outage', { confidence: 2 })]),
      'observations[0].entry.confidence: expected at most 1',
    ],
    [
      'an age that nothing has',
      record([feed(0, 'outage', {}, { age: 1e306 })]),
      'observations[0].age: expected at most 1000000000',
    ],
    [
      'a life that nothing has',
      record([feed(0, 'outage', {}, { ttl: 1e12 })]),
      'observations[0].ttl: expected at most 1000000000',
    ],
    ['nothing at all', null, ': expected object'],
  ])('says where and what was expected: %s', (_, value, told) => {
    expect(misfit(value).slice(0, told.length)).toBe(told);
  });
});
