import type { en } from '../../locales/en.ts';
import type { PlaceholdersOf, Text } from './text-table.ts';

type English = typeof en;
export type TextKey = keyof English;

/** A language's texts as they stand in the package. */
export type TextTable = Readonly<Record<TextKey, Text>>;

type Value = string | number;
type ParamsOf<Key extends TextKey> = [PlaceholdersOf<English[Key]>] extends [never]
  ? []
  : [params: Readonly<Record<PlaceholdersOf<English[Key]>, Value>>];

/** Gives a text; the placeholders that it needs are checked at compile time. Numbers are written by `Intl`. */
export type Translate = <Key extends TextKey>(key: Key, ...params: ParamsOf<Key>) => string;

const PLACEHOLDER = /\{([a-zA-Z]+)\}/g;

/**
 * Makes the function that turns a key into words.
 * @param locale BCP 47 tag for numbers and plurals, e.g. `fr` or `en-GB`
 * @param table the texts of that language
 */
export const translator = (locale: string, table: TextTable): Translate => {
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);

  const wordingOf = (text: Text, count: Value | undefined): string => {
    if (typeof text === 'string') return text;
    return text[plurals.select(Number(count))] ?? text.other;
  };

  return (key, ...rest) => {
    const params: Readonly<Record<string, Value>> = rest[0] ?? {};
    return wordingOf(table[key], params.count).replace(PLACEHOLDER, (whole, name: string) => {
      const value = params[name];
      if (value === undefined) return whole;
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
};
