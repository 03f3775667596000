import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { missedLimits } from '../../../scripts/simulate/limits.ts';
import { shortPlan } from '../../../scripts/simulate/plan.ts';
import type { Results } from '../../../scripts/simulate/results.ts';
import { runPlan } from '../../../scripts/simulate/run-plan.ts';
import { onsetDelays } from '../../../scripts/simulate/scenarios/onset-delays.ts';
import { drawCurve } from '../../../scripts/simulate/show/draw-curve.ts';
import { picturesOf } from '../../../scripts/simulate/show/pictures.ts';
import { createProgressBar } from '../../../scripts/simulate/show/progress-bar.ts';
import { tablesOf } from '../../../scripts/simulate/show/tables.ts';
import { asMarkdown, asText, withTables } from '../../../scripts/simulate/show/write-tables.ts';
import { learn } from '../../../scripts/simulate/world/learned.ts';
import { signInOutage } from '../../../scripts/simulate/world/troubles.ts';

let results: Results;
const told: [string, number][] = [];
beforeAll(() => {
  results = runPlan(shortPlan(7), (what, share) => told.push([what, share]));
}, 120_000);

const shape = (name: string) => {
  const found = results.shapes.find((one) => one.name.startsWith(name));
  if (!found) throw new Error(`no shape ${name}`);
  return found;
};

describe('a short run of the simulations', () => {
  it('meets every limit', () => expect(missedLimits(results)).toEqual([]));

  it('sees every onset like 5 March 2024 within two minutes of the eighth report, at 5,000 opted-in', () => {
    const at5000 = results.delays.find(({ people }) => people === 5000);
    expect(at5000?.detected).toBe(at5000?.onsets);
    expect(at5000?.fromEighth.worst).toBeLessThanOrEqual(120);
  });

  it('tells a sign-in outage, a network outage, a precaution and a region apart', () => {
    expect(shape('5 March 2024').symptoms['forced-logout']).toBeGreaterThan(0.5);
    expect(shape('5 March 2024').symptoms['sign-in-works']).toBeLessThan(0.1);
    expect(shape('4 October 2021').symptoms.unreachable).toBeGreaterThan(0.9);
    expect(shape('4 October 2021').symptoms['forced-logout']).toBeLessThan(0.1);
    expect(shape('Security reset').looksLikeReset).toBe(true);
    expect(shape('Regional').scope).toBe('regional');
    expect(shape('5 March 2024').scope).toBe('global');
  });

  it('says what floods reach: one block nothing, four blocks no status, thousands of networks degraded', () => {
    const reached = Object.fromEntries(
      results.floods.map(({ name, status, level }) => [name, [level, status]]),
    );
    expect(reached).toEqual({
      'one /24': ['none', 'operational'],
      'one /16, all of its 256 networks': ['none', 'operational'],
      'four /16, all of their networks': ['high', 'operational'],
      '5,000 rented networks in 40 blocks': ['high', 'degraded'],
      '5,000 rented networks in 1,800 blocks': ['high', 'degraded'],
    });
  });

  it('gives the same for the same seed', () => {
    const run = (seed: number) =>
      JSON.stringify(onsetDelays(learn(seed, 300, 1), 2, (scene) => signInOutage(scene)));
    expect(run(3)).toBe(run(3));
    expect(run(4)).not.toBe(run(3));
  });

  it('tells how far it is, of seven things', () => {
    expect(new Set(told.map(([what]) => what)).size).toBe(7);
    expect(told.every(([, share]) => share >= 0 && share <= 1)).toBe(true);
  });
});

describe('the limits', () => {
  const spoilt = (change: Partial<Results>) => missedLimits({ ...results, ...change }).join('; ');
  const [delay] = [{ median: 100, worst: 130 }];

  it('are missed by a delay, an onset unseen, a false alarm', () => {
    const delays = results.delays.filter(({ people }) => people === 5000);
    expect(spoilt({ delays: delays.map((one) => ({ ...one, fromEighth: delay })) })).toMatch(
      '130 s of delay',
    );
    expect(spoilt({ delays: delays.map((one) => ({ ...one, detected: 0 })) })).toMatch('onsets unseen');
    expect(spoilt({ years: results.years.map((year) => ({ ...year, falseAlarms: 1 })) })).toMatch(
      'false alarms a year',
    );
  });

  it('are missed by a flood that makes an outage, or one block that moves anything', () => {
    const floods = (change: object) => ({ floods: results.floods.map((flood) => ({ ...flood, ...change })) });
    expect(spoilt(floods({ status: 'outage' }))).toMatch('an outage by a flood');
    expect(spoilt(floods({ level: 'raised' }))).toMatch('crowd raised by a flood from one /24');
  });

  it('are missed by being blinded, by growth, by a shape that is mistaken, by claiming too much', () => {
    const blind = results.poisonings.map((one) => ({ ...one, delays: { ...one.delays, detected: 0 } }));
    expect(spoilt({ poisonings: blind })).toMatch('blinded');
    expect(spoilt({ growing: results.growing.map((one) => ({ ...one, falseAlarms: 2 })) })).toMatch('grew');
    const shapes = (change: object) => ({ shapes: results.shapes.map((one) => ({ ...one, ...change })) });
    expect(spoilt(shapes({ raised: null }))).toMatch('unseen at 5000');
    expect(spoilt(shapes({ scope: 'regional' }))).toMatch('has the scope regional');
    expect(spoilt(shapes({ looksLikeReset: true }))).toMatch('mistaken about the reset');
    const claims = [{ status: 'outage' as const, confidence: 0.9, minutes: 2000, right: 1600 }];
    expect(spoilt({ claims })).toMatch('was right in 0.80');
  });
});

describe('what a run shows', () => {
  it('as text and in the docs, between the markers and nowhere else', () => {
    const tables = tablesOf(results);
    expect(tables).toHaveLength(7);
    for (const { heads, rows } of tables) for (const row of rows) expect(row).toHaveLength(heads.length);
    expect(asText(tables[0] ?? { title: '', heads: [], rows: [] })).toMatch('5,000');
    const document = 'before\n<!-- simulate: begin -->\nof the last run\n<!-- simulate: end -->\nafter\n';
    const written = withTables(document, tables) ?? '';
    expect(written.startsWith('before\n') && written.endsWith('after\n')).toBe(true);
    expect(written).not.toMatch('of the last run');
    expect(written).toMatch(asMarkdown(tables[4] ?? { title: '', heads: [], rows: [] }));
    expect(withTables(written, tables)).toBe(written);
    expect(withTables('no markers', tables)).toBeNull();
  });

  it('in docs/detection.md, which has its markers, every shape and every picture', async () => {
    const document = await readFile('docs/detection.md', 'utf8');
    expect(withTables(document, tablesOf(results))).not.toBeNull();
    for (const { title } of tablesOf(results)) expect(document).toMatch(title);
    for (const { name } of results.shapes) expect(document).toMatch(name);
    for (const file of picturesOf(results, 5000).keys()) {
      expect(document).toMatch(`pictures/${file}`);
      expect(await readFile(`docs/pictures/${file}`, 'utf8')).toMatch(/^<svg /);
    }
  });

  it('as pictures for light and dark, small, with their words escaped', () => {
    const pictures = picturesOf(results, 5000);
    expect([...pictures.keys()]).toHaveLength(5);
    for (const picture of pictures.values()) {
      expect(picture.length).toBeLessThan(20_000);
      expect(picture).toMatch('prefers-color-scheme:dark');
      expect(picture).not.toMatch(/NaN|Infinity|undefined/);
    }
    const points = [{ minute: 1, networks: 3, expected: 1 }];
    expect(drawCurve({ title: 'a<b & "c"', points, marks: [] })).toMatch('a&lt;b &amp; &quot;c&quot;');
  });

  it('as a bar in a terminal, as lines elsewhere', () => {
    const written: string[] = [];
    const write = (text: string) => written.push(text);
    const bar = createProgressBar({ isTTY: true, write }, 2);
    bar.tell('one', 0.5);
    bar.tell('two', 0.5);
    bar.end();
    expect(written[0]).toMatch(/█{8}░{22} {2}25 % {2}one$/);
    expect(written[1]).toMatch('75 %');
    expect(written[2]).toBe('\r\u001b[K');
    written.length = 0;
    const lines = createProgressBar({ write }, 2);
    lines.tell('one', 0);
    lines.tell('one', 0.5);
    lines.tell('two', 0);
    expect(written).toEqual(['1/2 one\n', '2/2 two\n']);
  });
});
