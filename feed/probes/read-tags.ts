/** An element's start as it stands in the page: its name and attributes in lower case, their values as written. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What of a page is judged: its elements, and the text of its own scripts. */
export interface PageParts {
  readonly tags: readonly Tag[];
  readonly inline: string;
}

/** Comments, whole scripts and styles, and starting tags, whichever comes first. */
const PIECE =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|noscript|template)\b([^<>]*)>([\s\S]*?)(?:<\/\1\s*>|$)|<([a-z][a-z0-9-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>`]+)))?/g;
const MOST_TAGS = 50_000;

const attributesOf = (text: string): Record<string, string> => {
  const found: [string, string][] = [];
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE))
    found.push([name.toLowerCase(), double ?? single ?? bare ?? '']);
  return Object.fromEntries(found.reverse()); // Of two with one name the first counts.
};

/**
 * Takes a page of HTML apart as far as marks need it. Elements inside comments, scripts and templates are none. Nothing
 * is run; a page that is not well-formed loses at most the elements that are broken.
 */
export const readTags = (html: string): PageParts => {
  const tags: Tag[] = [];
  const inline: string[] = [];
  for (const [, raw, rawAttributes, content, name, attributes] of html.matchAll(PIECE)) {
    if (tags.length >= MOST_TAGS) break;
    const tag = raw ?? name;
    if (tag === undefined) continue;
    tags.push({ name: tag.toLowerCase(), attributes: attributesOf(rawAttributes ?? attributes ?? '') });
    if (raw?.toLowerCase() === 'script') inline.push(content ?? '');
  }
  return { tags, inline: inline.join('\n') };
};
