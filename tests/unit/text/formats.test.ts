import { describe, expect, it } from 'vitest';
import { en } from '../../../locales/en.ts';
import { fr } from '../../../locales/fr.ts';
import { createTexts } from '../../../lib/text/texts.ts';

const english = createTexts('en', en, { locale: 'en-GB', timeZone: 'UTC' }).format;
const french = createTexts('fr', fr, { timeZone: 'Europe/Paris' }).format;
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a duration', () => {
  it.each([
    [0, '0 s'],
    [59.4, '59 s'],
    [59.6, '1 min'],
    [600, '10 min'],
    [3599, '1 h'],
    [7440, '2 h 4 min'],
    [86_399, '1 day'],
    [3 * 86_400, '3 days'],
    [-5, '0 s'],
  ])('of %d seconds reads %s', (seconds, words) => {
    expect(plain(english.duration(seconds))).toBe(words);
  });

  it('does not break between a number and its unit', () => {
    expect(english.duration(7440)).toBe('2\u00a0h 4\u00a0min');
  });
});

describe('a moment', () => {
  it('is a time on the same day and names the day otherwise', () => {
    expect(english.moment('2024-03-05T15:02:00.000Z', '2024-03-05T16:00:00.000Z')).toBe('15:02');
    expect(english.moment('2024-03-05T15:02:00.000Z', '2024-03-07T16:00:00.000Z')).toContain('5 Mar 2024');
  });

  it('is written in the time zone of the person', () => {
    expect(french.time('2024-03-05T15:02:00.000Z')).toBe('16:02');
  });

  it('is told relative to now in the unit that fits', () => {
    expect(english.relative('2024-03-05T15:02:00.000Z', '2024-03-05T15:02:40.000Z')).toBe('40 seconds ago');
    expect(plain(french.relative('2024-03-05T15:02:00.000Z', '2024-03-05T18:02:00.000Z'))).toBe(
      'il y a 3 heures',
    );
    expect(english.relative('2024-03-04T15:02:00.000Z', '2024-03-05T18:02:00.000Z')).toBe('yesterday');
  });
});
