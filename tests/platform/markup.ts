/** Markup that is already safe to put into a page. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Markup | readonly Markup[] | null;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#039;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const written = (part: Part): string => {
  if (part === null) return '';
  if (part instanceof Markup) return part.text;
  return typeof part === 'object' ? part.map(({ text }) => text).join('') : escape(String(part));
};

/** A template for markup: values are escaped, markup inside markup is kept, null is nothing. */
export const html = (pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(pieces.reduce((text, piece, index) => text + written(parts[index - 1] ?? null) + piece));

/** Text that goes in as it is: style sheets and scripts of the platform's own. */
export const raw = (text: string): Markup => new Markup(text);

/** Inline data as pages carry it: JSON in a script element, written without spaces. */
export const dataScript = (value: unknown): Markup =>
  raw(
    `<script type="application/json" data-sjs>${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`,
  );
