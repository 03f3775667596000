import { describe, expect, it } from 'vitest';
import { chosenLanguage, preferredLanguage } from '../../../feed/page/language.ts';

describe('the language of the page', () => {
  it.each([
    [null, 'en'],
    ['', 'en'],
    ['fr', 'fr'],
    ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
    ['en-GB,fr;q=0.9', 'en'],
    ['de-DE,de;q=0.9', 'en'],
    ['de,fr;q=0.5,en;q=0.4', 'fr'],
    ['de,en;q=0.4,fr;q=0.5', 'fr'],
    ['fr;q=0', 'en'],
    ['FR', 'fr'],
    ['frr,fy', 'en'],
    ['*', 'en'],
    [';;;,,,q=', 'en'],
    ['en;q=9,fr', 'en'],
    ['x,'.repeat(100_000), 'en'],
  ] as const)('for the wish %s is %s', (wish, language) => {
    expect(preferredLanguage(wish)).toBe(language);
  });

  it('is the one that the address asks for', () => {
    expect(chosenLanguage('fr', 'en')).toBe('fr');
    expect(chosenLanguage('en', 'fr')).toBe('en');
    expect(chosenLanguage('xx', 'fr')).toBe('fr');
    expect(chosenLanguage(null, 'fr')).toBe('fr');
  });
});
