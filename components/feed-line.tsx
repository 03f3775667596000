import type { FeedLine as Feed } from '../lib/model/snapshot.ts';
import { feedWords } from '../lib/text/feed-words.ts';
import { useSpeech } from './speech.tsx';

/** How fresh the shared status is, in a few words; what that means is said elsewhere on the page. */
export const FeedLine = ({ feed }: { readonly feed: Feed }) => {
  const { texts, now } = useSpeech();
  const words = feedWords(texts, feed, now);
  return (
    <p class="feed" data-testid="feed" data-state={feed.state} title={words.long}>
      <span class={`dot dot-${feed.state}`} aria-hidden="true" />
      <span>{words.short}</span>
    </p>
  );
};
