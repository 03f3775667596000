import type { InlineSession, PageMark, Region } from '../services/page-mark.ts';

/** A piece of visible text, normalised, at most 300 characters. */
export interface Sentence {
  readonly text: string;
  /** The first words of a small dialog that nobody else wrote into. */
  readonly dialog: boolean;
}

/** What a look at a page keeps: small, plain, and gone once the page is classified. It is never stored or sent. */
export interface PageSnapshot {
  readonly region: Region;
  /** `location.pathname + location.search`, at most 2,000 characters. */
  readonly path: string;
  /** The service itself made this document. */
  readonly own: boolean;
  /** Signs of other people's writing: a feed, a post, a field for a message. */
  readonly others: boolean;
  /** What the page's own inline data say; null when they say nothing. */
  readonly session: InlineSession | null;
  /** Which of the words that marks ask for stand in the inline data. */
  readonly inline: readonly string[];
  /** The marks whose conditions on address, data and elements hold; what is left is text. */
  readonly marks: readonly PageMark[];
  /** The page's text is short. */
  readonly short: boolean;
  /** Where others write (`elsewhere`) only headings of a short page; on long pages only dialogs, but for security pages. */
  readonly sentences: readonly Sentence[];
}
