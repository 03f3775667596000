import type { OfficialWord } from './feed.ts';
import { isStatusPage, STATUS_PAGE_HOSTS } from './status-pages.ts';

/** Host names know the ideographic full stop too; between other letters it only ends a sentence. */
const ADDRESS = /:\/\/|www\.|\S\.[\p{L}\p{M}]{2,}|\w。[a-z]{2,}/iu;
const EMAIL = /@/;
const ISO_DATE = /\b(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])\b/g;
const PHONE = /\p{Nd}(?:[\s()./+\p{Pd}]*\p{Nd}){6,}/u;
/** Control, formatting (bidirectional overrides among them), private and unassigned characters. */
const INVISIBLE = /[\p{C}\u2028\u2029]/u;

/** Whether a stranger's words may be shown: they hold no address, e-mail, phone-like digits or invisible characters. */
export const mayBeShown = (words: string): boolean => {
  // Compatibility forms (full-width digits, dots and @) are judged as what they look like.
  const text = words.normalize('NFKC');
  if (INVISIBLE.test(words) || ADDRESS.test(text) || EMAIL.test(text)) return false;
  return !PHONE.test(text.replace(ISO_DATE, ''));
};

/** A source may be called by its host. */
const mayBeNamed = (source: string): boolean => STATUS_PAGE_HOSTS.includes(source) || mayBeShown(source);

/** The official word with what may not be shown taken out, a source's name too; what it says of the status stays. */
export const cleanOfficial = (official: OfficialWord): OfficialWord => ({
  ...official,
  source: mayBeNamed(official.source) ? official.source : '?',
  text: official.text !== null && mayBeShown(official.text) ? official.text : null,
  url: official.url !== null && isStatusPage(official.url) ? official.url : null,
});
