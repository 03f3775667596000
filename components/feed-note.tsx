import type { FeedLine as Feed } from '../lib/model/snapshot.ts';
import { feedWords } from '../lib/text/feed-words.ts';
import { useSpeech } from './speech.tsx';

interface Props {
  readonly feed: Feed;
  /** Opens the options, where one chooses which shared status is used. */
  readonly onChoose: () => void;
}

/** What the state of the shared status means, and the way to choose another. */
export const FeedNote = ({ feed, onChoose }: Props) => {
  const { texts, now } = useSpeech();
  return (
    <p class="feed-note soft small">
      {feedWords(texts, feed, now).long}{' '}
      <button type="button" class="button button-link" data-do="choose-feed" onClick={onChoose}>
        {texts.t('feed.choose')}
      </button>
    </p>
  );
};
