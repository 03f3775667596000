export const PAGE_LANGUAGES = ['en', 'fr'] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

const DEFAULT: PageLanguage = 'en';
/** A longer header is no honest one. */
const MOST = 1_000;

const known = (tag: string): PageLanguage | null =>
  PAGE_LANGUAGES.find((language) => tag === language || tag.startsWith(`${language}-`)) ?? null;

const weightOf = (parameters: readonly string[]): number => {
  const weight = parameters
    .map((one) => /^\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*$/i.exec(one)?.[1])
    .find(Boolean);
  return weight === undefined ? 1 : Number(weight);
};

/** The page's language that a browser likes best by its `Accept-Language`; English where it likes none of them. */
export const preferredLanguage = (acceptLanguage: string | null): PageLanguage => {
  const wishes = (acceptLanguage ?? '')
    .slice(0, MOST)
    .split(',')
    .map((wish) => {
      const [tag = '', ...parameters] = wish.split(';');
      return { language: known(tag.trim().toLowerCase()), weight: weightOf(parameters) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  return wishes.find(({ language }) => language !== null)?.language ?? DEFAULT;
};

/** The language asked for in the address (`?lang=fr`), else the one that the browser likes best. */
export const chosenLanguage = (asked: string | null, acceptLanguage: string | null): PageLanguage =>
  known(asked?.toLowerCase() ?? '') ?? preferredLanguage(acceptLanguage);
