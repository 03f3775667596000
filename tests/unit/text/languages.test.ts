import { describe, expect, it } from 'vitest';
import { en } from '../../../locales/en.ts';
import { fr } from '../../../locales/fr.ts';
import { direction, resolveLanguage, resolveLocale } from '../../../lib/text/languages.ts';
import { loadTexts } from '../../../lib/text/load-texts.ts';

describe('the language', () => {
  it('is the chosen one', () => {
    expect(resolveLanguage('fr', ['en-US'])).toBe('fr');
  });

  it('is otherwise the first of the browser that is complete, and English at last', () => {
    expect(resolveLanguage('auto', ['ja', 'fr-CA', 'en'])).toBe('fr');
    expect(resolveLanguage('auto', ['ja'])).toBe('en');
    expect(resolveLanguage('auto', [])).toBe('en');
  });

  it('writes dates and numbers in the variety that the browser names', () => {
    expect(resolveLocale('en', ['fr', 'en-GB'])).toBe('en-GB');
    expect(resolveLocale('en', ['fr'])).toBe('en');
  });

  it('knows its direction', () => {
    expect(direction('ar-EG')).toBe('rtl');
    expect(direction('fr')).toBe('ltr');
  });
});

const files =
  (tables: Record<string, unknown>) =>
  async (path: string): Promise<unknown> => {
    if (!(path in tables)) throw new Error(`no ${path}`);
    return tables[path];
  };

describe('the texts of the package', () => {
  it('are those of the language', async () => {
    const texts = await loadTexts('auto', ['fr-FR'], files({ 'text/fr.json': fr, 'text/en.json': en }));
    expect([texts.language, texts.locale, texts.t('answer.yes')]).toEqual(['fr', 'fr-FR', 'Oui']);
  });

  it('are English where the file is missing or is no table', async () => {
    const missing = await loadTexts('fr', [], files({ 'text/en.json': en }));
    const broken = await loadTexts('fr', [], files({ 'text/fr.json': ['x'], 'text/en.json': en }));
    expect([missing.language, broken.language]).toEqual(['en', 'en']);
  });

  it('are missed loudly when the package has none at all', async () => {
    await expect(loadTexts('fr', [], files({}))).rejects.toThrow('no texts');
  });
});
