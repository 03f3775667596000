import { describe, expect, it } from 'vitest';
import { feedWords } from '../../../lib/text/feed-words.ts';
import { createTexts } from '../../../lib/text/texts.ts';
import { en } from '../../../locales/en.ts';
import { fr } from '../../../locales/fr.ts';

const NOW = '2024-03-05T15:20:00.000Z';
const texts = {
  en: createTexts('en', en, { locale: 'en-GB', timeZone: 'UTC' }),
  fr: createTexts('fr', fr, { timeZone: 'UTC' }),
};

describe('the words for the shared status', () => {
  it.each(['stale', 'invalid'] as const)('name the clock where the clock is what is wrong (%s)', (state) => {
    const line = { state, issuedAt: null, clockOff: true };
    expect(feedWords(texts.en, line, NOW)).toEqual({
      short: 'the clock seems wrong',
      long: "This device's clock seems wrong: by it, the shared status is not current and cannot be used. Set the clock right.",
    });
    expect(feedWords(texts.fr, line, NOW).long).toContain('L’horloge de cet appareil');
  });

  it('do not name it otherwise, nor while an earlier word still holds', () => {
    expect(feedWords(texts.en, { state: 'stale', issuedAt: null, clockOff: false }, NOW).short).toBe(
      'shared status too old',
    );
    expect(feedWords(texts.en, { state: 'verified', issuedAt: NOW, clockOff: true }, NOW).long).toBe(
      'The shared status is signed and current. It says what was known at 15:20.',
    );
  });

  it('blame no signature for what may be another fault', () => {
    const { long } = feedWords(texts.en, { state: 'invalid', issuedAt: null }, NOW);
    expect(long).toMatch(/^The shared status was refused/);
    expect(long).not.toMatch(/signature/);
  });
});
