import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { weighSteps } from '../../../components/weigh-steps.ts';
import { MethodPage } from '../../../entrypoints/method/method-page.tsx';
import { exampleVerdict } from '../../../lib/app/example-verdict.ts';
import { measuredFigures, readMeasured } from '../../../lib/app/measured-figures.ts';
import { METHOD_NUMBERS } from '../../../lib/app/method-numbers.ts';
import { assess, PRIORS } from '../../../lib/diagnosis/index.ts';
import type { Measured } from '../../../lib/model/measured.ts';
import { all, english, french, one, openDocument, show, textOf } from './show.tsx';

let close: () => void;
beforeEach(() => (close = openDocument()));
afterEach(() => close());

const example = exampleVerdict();
const FIGURES: Measured = {
  cases: 100_000,
  right: 0.9712,
  breakIns: 8100,
  calmed: 0,
  falseAlarms: 0.0002,
  calibrationError: 0.026,
  questions: { telling: 1.4, fixed: 2.3 },
};
/** Words of prose that are read in half a minute; the picture is looked at. French says the same in more, shorter words. */
const HALF_A_MINUTE = { en: 140, fr: 160 };

describe('the page on the method', () => {
  it.each([english, french])('is read in half a minute, in $language', async (texts) => {
    await show(<MethodPage example={example} figures={null} />, texts);
    one('.weighing').remove();
    const said = all('h1, h2, p, li, dt, dd').filter((part) => !part.querySelector('p, li, dt'));
    const words = said.flatMap(({ textContent }) => textContent?.split(/[\s\u00a0:]+/) ?? []).filter(Boolean);
    expect(words.length).toBeGreaterThan(100);
    expect(words.length).toBeLessThanOrEqual(HALF_A_MINUTE[texts.language]);
  });

  it('tells the engine’s own numbers', async () => {
    await show(<MethodPage example={example} figures={null} />);
    expect(all('.figures dd').map(({ textContent }) => textContent)).toEqual([
      '90% and more',
      '60% and more',
      'less than 60%',
    ]);
    expect(textOf('.rules')).toContain('Of 1,000 bare sign-outs, 1 to 3 are break-ins.');
    expect(textOf('.rules')).toContain('50 times');
  });

  it('says of break-ins among bare sign-outs what the engine believes', () => {
    const at = '2026-01-01T12:00:00.000Z';
    const [bare] = assess(
      [{ at, service: 'facebook', kind: 'session', change: 'ended', by: 'server' }],
      Date.parse(at),
    );
    const { low, high, of } = METHOD_NUMBERS.breakIns;
    const believed = bare?.current?.probabilities['account-compromise'] ?? 0;
    expect(believed).toBeGreaterThan(low / of);
    expect(believed).toBeLessThan(high / of);
  });

  it('leaves out what was not measured', async () => {
    await show(<MethodPage example={example} figures={null} />);
    expect(one('main').textContent).not.toContain('How well it does');
  });

  it('tells what was measured, small shares too', async () => {
    await show(<MethodPage example={example} figures={FIGURES} />);
    expect(textOf('main')).toContain('Tried on 100,000 invented cases');
    expect(
      all('.figures dd')
        .map(({ textContent }) => textContent)
        .slice(3),
    ).toEqual(['97.12%', '0 of 8,100', '0.02%', '2.6%', '1.4', '2.3']);
  });

  it('speaks French', async () => {
    await show(<MethodPage example={example} figures={FIGURES} />, french);
    expect(textOf('h1')).toBe('Comment le verdict se décide');
    expect(one('main').textContent).not.toMatch(/[{}]/);
  });
});

describe('the picture of the balance', () => {
  it('starts where break-ins are rare, moves by the weights that were used, and ends at the verdict’s odds', () => {
    const { favoured, runnerUp, steps } = weighSteps(example);
    expect(favoured).toBe('account-compromise');
    const [start, ...moves] = steps;
    expect(start).toMatchObject({ evidence: null, from: 0 });
    expect(start?.to).toBeLessThan(-4);
    for (const { evidence, from, to } of moves) {
      const reason = example.reasons.find((one) => one.evidence === evidence);
      expect(to - from).toBeCloseTo((reason?.towards === favoured ? 1 : -1) * (reason?.weight ?? 0), 9);
    }
    const { [favoured]: p = 0, [runnerUp]: q = 0 } = example.probabilities;
    expect(steps.at(-1)?.to).toBeCloseTo(Math.log(p / q), 9);
    expect(moves).toHaveLength(example.reasons.length);
  });

  it('begins at the engine’s base rates of the two causes', () => {
    const { favoured, runnerUp, steps } = weighSteps(example);
    expect(steps[0]?.to).toBeCloseTo(Math.log(PRIORS[favoured] / PRIORS[runnerUp]), 6);
  });

  it('draws what pushes back hollow, and says the same in words', async () => {
    await show(<MethodPage example={example} figures={null} />);
    expect(all('.weigh-step').length).toBe(example.reasons.length + 1);
    expect(all('.weigh-against').length).toBe(
      example.reasons.filter(({ towards }) => towards !== 'account-compromise').length,
    );
    expect(textOf('.weigh-step')).toMatch(/^Before any sign \(points to: Session ended\)/);
    expect(textOf('[data-evidence=security-email-unrecognised]')).toContain('(strong, speaks for it)');
    expect(textOf('.weigh-end')).toMatch(/^All of it together: Account taken over, \d+%\.$/);
  });
});

describe('the file of measured figures', () => {
  it('is read as it is stored, or counts as nothing measured', () => {
    expect(readMeasured(FIGURES)).toEqual(FIGURES);
    const { questions: _, ...without } = FIGURES;
    expect(readMeasured(without)).toEqual(without);
    for (const file of [null, {}, { ...FIGURES, right: 97 }, { ...FIGURES, extra: 1 }])
      expect(readMeasured(file)).toBeNull();
    expect(measuredFigures === null || measuredFigures.cases > 0).toBe(true);
  });
});
