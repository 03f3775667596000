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

export const pageWords = (language: PageLanguage, now: number): PageWords => ({
  language,
  texts: PAGE_TEXTS[language],
  format: pageFormats(language),
  now,
});
