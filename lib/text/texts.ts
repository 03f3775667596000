import type { Language } from '../model/settings.ts';
import { formatsIn, type Formats } from './formats.ts';
import { direction } from './languages.ts';
import { translator, type TextTable, type Translate } from './translator.ts';

/** A language, ready to speak. */
export interface Texts {
  readonly language: Language;
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly t: Translate;
  readonly format: Formats;
}

export interface TextsOptions {
  /** BCP 47 tag for dates and numbers; the language itself when left out. */
  readonly locale?: string;
  /** IANA time zone; the machine's own when left out. */
  readonly timeZone?: string;
}

/** Joins a language's table with its ways to write numbers and dates. */
export const createTexts = (language: Language, table: TextTable, options: TextsOptions = {}): Texts => {
  const locale = options.locale ?? language;
  const t = translator(locale, table);
  return {
    language,
    locale,
    direction: direction(language),
    t,
    format: formatsIn(locale, t, options.timeZone),
  };
};
