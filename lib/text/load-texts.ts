import { language as languageSchema, type Language, type Settings } from '../model/settings.ts';
import { resolveLanguage, resolveLocale } from './languages.ts';
import { createTexts, type Texts } from './texts.ts';
import type { TextTable } from './translator.ts';

/** Reads a JSON file of the package, by its path from the package's root, e.g. `text/fr.json`. Rejects when it cannot. */
export type FetchJson = (path: string) => Promise<unknown>;

const isTable = (value: unknown): value is TextTable =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'app.name' in value;

const readTable = async (language: Language, fetchJson: FetchJson): Promise<TextTable | null> => {
  try {
    const value = await fetchJson(`text/${language}.json`);
    return isTable(value) ? value : null;
  } catch {
    return null;
  }
};

/**
 * Loads the texts that a person should see.
 * @param setting the language chosen in the options; anything unknown counts as `auto`
 * @param browserLanguages `navigator.languages`
 * @returns the language, or English when its file cannot be read
 * @throws when the package has no English texts either, which is a broken package
 */
export const loadTexts = async (
  setting: Settings['language'],
  browserLanguages: readonly string[],
  fetchJson: FetchJson,
): Promise<Texts> => {
  const known = languageSchema.safeParse(setting).success ? setting : 'auto';
  const wanted = resolveLanguage(known, browserLanguages);
  for (const language of [wanted, 'en'] as const) {
    const table = await readTable(language, fetchJson);
    if (table) return createTexts(language, table, { locale: resolveLocale(language, browserLanguages) });
  }
  throw new Error('The package holds no texts.');
};
