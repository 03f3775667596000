import type { OfficialWord } from '../lib/model/feed.ts';
import { officialWords } from '../lib/text/service-words.ts';
import { useSpeech } from './speech.tsx';

/** What an official status page said, as a quotation with its source: a stranger's words, set as text. */
export const OfficialQuote = ({ official }: { readonly official: OfficialWord | null | undefined }) => {
  const { texts, now } = useSpeech();
  const words = officialWords(texts, official, now);
  if (!words) return null;
  return (
    <figure class="official">
      {/* In whatever language it was said, also on a page that runs the other way. */}
      <blockquote dir="auto">{words.isQuoted ? <q>{words.text}</q> : words.text}</blockquote>
      <figcaption class="soft small">{words.frame}</figcaption>
    </figure>
  );
};
