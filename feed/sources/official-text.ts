import { quotable } from '../../lib/official/quotable.ts';
import { plainText } from './plain-text.ts';

/** A source's words as the feed may carry them: without markup, and as `quotable` has it; the client refuses others. */
export const officialText = (raw: string | null): string | null =>
  quotable(raw === null ? null : plainText(raw));
