import { pageFormats, type PageFormats } from './formats.ts';
import type { PageLanguage } from './language.ts';
import { en } from './texts/en.ts';
import { fr } from './texts/fr.ts';
import type { PageTexts } from './texts/page-texts.ts';

export const PAGE_TEXTS: Readonly<Record<PageLanguage, PageTexts>> = { en, fr };

/** What the parts of the page need to speak: texts, formats, and the moment it is made (milliseconds since 1970). */
export interface PageWords {
  readonly language: PageLanguage;
  readonly texts: PageTexts;
  readonly format: PageFormats;
  readonly now: number;
}

/** Intl's formats take milliseconds to make: each language's are made once, when first asked for. */
const made = new Map<PageLanguage, PageFormats>();

const formatsOf = (language: PageLanguage): PageFormats => {
  const formats = made.get(language) ?? pageFormats(language);
  made.set(language, formats);
  return formats;
};

export const pageWords = (language: PageLanguage, now: number): PageWords => ({
  language,
  texts: PAGE_TEXTS[language],
  format: formatsOf(language),
  now,
});
