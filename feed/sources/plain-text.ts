const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,6}));/g;
const CDATA = /<!\[CDATA\[|\]\]>/g;
const TAG = /<[/!?a-zA-Z][^<>]*>/g;
/** Longer texts are cut: nothing of what is shown comes from behind this. */
const MOST = 8_000;

const character = (code: number): string =>
  code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' ';

const decoded = (text: string): string =>
  text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return character(Number(decimal));
    if (hex !== undefined) return character(Number.parseInt(hex, 16));
    return (Object.hasOwn(NAMED, name ?? '') ? NAMED[name ?? ''] : undefined) ?? whole;
  });

/**
 * The words of a piece of XML or HTML: markup taken out, character references resolved once inside and once outside of
 * it, white space folded. The result is text, to be escaped like any other.
 */
export const plainText = (raw: string): string =>
  decoded(decoded(raw.slice(0, MOST).replace(CDATA, ' ')).replace(TAG, ' '))
    .replace(/\s+/g, ' ')
    .trim();
