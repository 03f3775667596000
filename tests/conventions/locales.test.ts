import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../lib/model/settings.ts';
import type { Text } from '../../lib/text/text-table.ts';

const FOLDER = new URL('../../locales/', import.meta.url);
const files = readdirSync(FOLDER).map((name) => name.replace(/\.ts$/, ''));

const tableOf = async (language: string): Promise<Record<string, Text>> => {
  const module: Record<string, unknown> = await import(new URL(`${language}.ts`, FOLDER).href);
  return module[language] as Record<string, Text>;
};
const wordings = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const placeholders = (wording: string): string[] => (wording.match(/\{[a-z]+\}/gi) ?? []).sort();

describe('the languages', () => {
  it('each have one file, and each file is a language', () => {
    expect(files.toSorted()).toEqual([...LANGUAGES].toSorted());
  });
});

describe.each(files)('the texts in %s', async (language) => {
  const english = await tableOf('en');
  const table = await tableOf(language);
  const all = Object.entries(table).flatMap(([key, text]) =>
    wordings(text).map((wording) => [key, wording] as const),
  );

  it('have the keys of the English ones, none empty', () => {
    expect(Object.keys(table).toSorted()).toEqual(Object.keys(english).toSorted());
    expect(all.filter(([, wording]) => wording.trim() === '')).toEqual([]);
  });

  it('use only placeholders that the English text has', () => {
    const strange = all.filter(([key, wording]) => {
      const known = wordings(english[key] ?? '').flatMap(placeholders);
      return placeholders(wording).some((name) => !known.includes(name));
    });
    expect(strange).toEqual([]);
  });

  it('have a wording for each plural that everyday numbers need', () => {
    const rules = new Intl.PluralRules(language);
    const needed = new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)));
    const lacking = Object.entries(table).filter(
      ([, text]) => typeof text !== 'string' && [...needed].some((category) => text[category] === undefined),
    );
    expect(lacking).toEqual([]);
  });

  it('are calm: no exclamation mark, no double space, no three dots for an ellipsis', () => {
    expect(all.filter(([, wording]) => /[!]|\.\.\.| {2}/.test(wording))).toEqual([]);
  });
});

describe('the French texts', async () => {
  const all = Object.entries(await tableOf('fr')).flatMap(([key, text]) =>
    wordings(text).map((wording) => [key, wording] as const),
  );

  it('keep two-part punctuation and guillemets on the line of their word', () => {
    const breakable = /[^\u00a0\u202f][?;»]|[^\u00a0\u202fa-z]:|«[^\u00a0\u202f]/;
    expect(all.filter(([, wording]) => breakable.test(wording))).toEqual([]);
  });

  it('have typographic apostrophes', () => {
    expect(all.filter(([, wording]) => wording.includes("'"))).toEqual([]);
  });

  it('do not put a word before a name that would have to be elided before “Instagram”', () => {
    const elided = /\b(de|que|le|la|ce|jusque|lorsque|puisque) \{(service|other|services)\}/i;
    expect(all.filter(([, wording]) => elided.test(wording))).toEqual([]);
  });
});
