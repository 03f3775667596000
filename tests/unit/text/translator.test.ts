import { describe, expect, it } from 'vitest';
import { en } from '../../../locales/en.ts';
import { fr } from '../../../locales/fr.ts';
import { translator } from '../../../lib/text/translator.ts';
import { translation } from '../../../lib/text/translation.ts';

const english = translator('en', en);
const french = translator('fr', fr);

describe('a text', () => {
  it('takes the values of its placeholders', () => {
    expect(english('headline.outage', { service: 'Facebook' })).toBe("Facebook is down. It's not you.");
  });

  it('writes numbers as the language does', () => {
    expect(english('history.count', { count: 12345 })).toBe('12,345 incidents');
    expect(french('history.count', { count: 12345 })).toBe('12\u202f345 incidents');
  });

  it('follows the plural rules of the language, which differ at zero', () => {
    expect(english('history.count', { count: 0 })).toBe('0 incidents');
    expect(french('history.count', { count: 0 })).toBe('0 incident');
    expect(english('history.count', { count: 1 })).toBe('1 incident');
    expect(french('history.count', { count: 2 })).toBe('2 incidents');
  });

  it('uses the general wording for a plural category that the table leaves out', () => {
    expect(french('history.count', { count: 1_000_000 })).toMatch(/incidents$/);
  });

  it('keeps a value that looks like a placeholder or a pattern as it is', () => {
    expect(english('headline.outage', { service: '$&{service}' })).toBe("$&{service} is down. It's not you.");
  });
});

describe('a translation', () => {
  it('does not compile without a placeholder, without a key, or with a key too many', () => {
    // @ts-expect-error the service is not named
    translation({ ...fr, 'headline.outage': 'En panne.' });
    // @ts-expect-error a placeholder that the English text does not have
    translation({ ...fr, 'todo.title': 'Que faire, {service}' });
    const { 'todo.title': _left, ...incomplete } = fr;
    // @ts-expect-error a key is missing
    translation(incomplete);
    // @ts-expect-error a key that does not exist
    translation({ ...fr, 'todo.titel': 'x' });
    expect(translation(fr)).toBe(fr);
  });

  it('does not compile when a text is asked for without its values', () => {
    // @ts-expect-error the service is missing
    expect(english('headline.outage')).toContain('{service}');
  });
});
