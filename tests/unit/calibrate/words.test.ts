import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../scripts/calibrate/arguments.ts';
import { drawReliability } from '../../../scripts/calibrate/draw-reliability.ts';
import { drawTable } from '../../../scripts/calibrate/report.ts';
import { addPrediction, emptyBins } from '../../../scripts/calibrate/tally/calibration.ts';
import { withSection } from '../../../scripts/calibrate/write-docs.ts';

describe('the command line', () => {
  it('measures 100,000 cases of each mix with seed 1 unless told otherwise', () => {
    expect(readArguments([])).toEqual({
      cases: 100_000,
      seed: 1,
      mixes: ['natural', 'stratified'],
      misses: false,
      write: false,
      dump: null,
    });
    expect(readArguments(['--cases', '500', '--seed', '7', '--mix', 'natural'])).toMatchObject({
      cases: 500,
      seed: 7,
      mixes: ['natural'],
    });
  });

  it('names cases to write by a count or by their numbers', () => {
    expect(readArguments(['--dump', '3', 'there'])?.dump).toEqual({ numbers: [0, 1, 2], folder: 'there' });
    expect(readArguments(['--dump', '17,1203', 'there'])?.dump?.numbers).toEqual([17, 1203]);
    expect(readArguments(['--dump', '17,', 'there'])?.dump?.numbers).toEqual([17]);
  });

  it('refuses what it does not understand', () => {
    for (const words of [
      ['--cases', '0'],
      ['--cases', 'many'],
      ['--seed', '-1'],
      ['--mix', 'odd'],
      ['--dump', '3'],
      ['stray'],
      ['--unknown'],
    ])
      expect(readArguments(words), words.join(' ')).toBeNull();
  });
});

describe('the kept part of the document', () => {
  it('is replaced between its marks, and nothing else is', () => {
    const text = 'before\n<!-- calibrate: begin -->\nold\n<!-- calibrate: end -->\nafter\n';
    expect(withSection(text, 'new')).toBe(
      'before\n<!-- calibrate: begin -->\n\nnew\n\n<!-- calibrate: end -->\nafter\n',
    );
  });

  it('is not written where a mark is missing or they stand the wrong way round', () => {
    expect(withSection('before <!-- calibrate: begin --> after', 'new')).toBeNull();
    expect(withSection('<!-- calibrate: end --> <!-- calibrate: begin -->', 'new')).toBeNull();
  });
});

describe('the pictures', () => {
  it('align a table so that it reads on a terminal and in Markdown', () => {
    expect(
      drawTable(
        ['what', 'n'],
        [
          ['a long one', '1'],
          ['b', '1000'],
        ],
      ),
    ).toBe('| what       |    n |\n| ---------- | ---: |\n| a long one |    1 |\n| b          | 1000 |');
  });

  it('put a dot where what was said meets what came, and leave out classes with too few cases', () => {
    const bins = emptyBins();
    for (let i = 0; i < 100; i += 1) addPrediction(bins, 0.9, i < 50);
    for (let i = 0; i < 5; i += 1) addPrediction(bins, 0.1, false);
    const drawn = drawReliability({ name: 'one', bins }, { name: 'two', bins: emptyBins() });
    expect(drawn).toContain('points="316,164"');
    expect(drawn).toContain('error 0.386');
    expect(drawn).toContain('prefers-color-scheme:dark');
    expect(drawn.length).toBeLessThan(6_000);
  });
});
