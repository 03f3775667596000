import type { PageMark } from './page-mark.ts';

/** All of these count only for a document that the service did not make: somebody on the way answered in its place. */
const block = (mark: Omit<PageMark, 'kind' | 'layer'>): PageMark => ({
  kind: 'blocked',
  layer: 'document',
  own: false,
  short: true,
  ...mark,
});

/**
 * Pages of proxies, filters, schools, employers and states that stand in the place of a watched page. Makers and
 * wordings are countless; in a short document that is not the service's own the stem of a word for it is enough.
 */
export const BLOCK_MARKS: readonly PageMark[] = [
  // Squid and its kin put the error's name into the id of the body, in every language. Iran shows a frame.
  block({
    id: 'block.element',
    seen: 2022,
    grade: 'B',
    select: '[id^="ERR_"][id*="DENIED"],[id*="BLOCKED"],iframe[src*="10.10.34.3"]',
  }),
  // en, fr, es, pt, de, it, nl, tr, ru, id, ja, zh, ko, ar; then Indonesia's.
  block({
    id: 'block.words',
    seen: 2024,
    grade: 'C',
    phrase:
      /blo[ckq]|denied|prohibit|restri|not (allow|permit|access)|policy|interdit|refus|negado|gesperrt|verweig|engel|запрещ|огранич|заблок|拒|限制|制限|禁止|차단|حجب|محجوب|positif/,
  }),
];
