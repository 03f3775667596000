import { LANGUAGES, type Language, type Settings } from '../model/settings.ts';

/** Each language's name in that language, for the list of languages. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français' };

const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';
const isLanguage = (tag: string): tag is Language => (LANGUAGES as readonly string[]).includes(tag);

/**
 * The language to speak.
 * @param setting the person's choice; `auto` follows the browser
 * @param browserLanguages BCP 47 tags, the preferred one first (`navigator.languages`)
 * @returns the first complete language among them, English where there is none
 */
export const resolveLanguage = (
  setting: Settings['language'],
  browserLanguages: readonly string[],
): Language => (setting === 'auto' ? (browserLanguages.map(primary).find(isLanguage) ?? 'en') : setting);

/**
 * The tag by which dates and numbers are written: the browser's own variety of the language (`en-GB`, `fr-CA`)
 * where it names one, else the language.
 */
export const resolveLocale = (language: Language, browserLanguages: readonly string[]): string =>
  browserLanguages.find((tag) => primary(tag) === language) ?? language;

const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur'];

/** The direction in which a language is written. */
export const direction = (language: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.includes(primary(language)) ? 'rtl' : 'ltr';
