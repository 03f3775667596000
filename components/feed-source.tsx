import type { FeedSource as Source } from '../lib/model/sharing.ts';
import { AddressList } from './address-list.tsx';
import { useSpeech } from './speech.tsx';

/** Where a shared status is asked, why it is trusted, and since when it is in use. */
export const FeedSource = ({ source }: { readonly source: Source }) => {
  const { texts, now } = useSpeech();
  const { t, format } = texts;
  const { bases, threshold, keys, since } = source;
  return (
    <dl class="facts" data-testid="feed-source" aria-label={t('feed.source.now')}>
      <dt>{t('feed.source.at')}</dt>
      <dd>
        <AddressList addresses={bases} />
      </dd>
      <dt>{t('feed.source.keys')}</dt>
      <dd>{t('feed.source.keys.why', { threshold, count: keys })}</dd>
      {since !== null && (
        <>
          <dt>{t('feed.source.since')}</dt>
          <dd>{format.moment(since, now)}</dd>
        </>
      )}
    </dl>
  );
};
