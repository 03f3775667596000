import type { FeedLine as Feed } from '../lib/model/snapshot.ts';
import { feedWords } from '../lib/text/feed-words.ts';
import { FeedLine } from './feed-line.tsx';
import { useSpeech } from './speech.tsx';

/** The shared status in full: its state and what that means. */
export const FeedState = ({ feed }: { readonly feed: Feed }) => {
  const { texts, now } = useSpeech();
  return (
    <>
      <FeedLine feed={feed} />
      <p class="feed-long">{feedWords(texts, feed, now).long}</p>
    </>
  );
};
