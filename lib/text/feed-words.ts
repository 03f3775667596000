import type { FeedLine } from '../model/snapshot.ts';
import type { Timestamp } from '../model/timestamp.ts';
import type { Texts } from './texts.ts';

/** The state of the shared status: a few words, and a sentence that explains them. */
export const feedWords = (
  { t, format }: Texts,
  { state, issuedAt, clockOff }: FeedLine,
  now: Timestamp,
): { readonly short: string; readonly long: string } => {
  const reason = clockOff && state !== 'verified' ? 'clock-off' : state;
  return {
    short:
      reason === 'verified'
        ? t('feed.verified', { when: issuedAt === null ? '' : format.relative(issuedAt, now) }).trim()
        : t(`feed.${reason}`),
    long:
      reason === 'verified' && issuedAt !== null
        ? `${t('feed.long.verified')} ${t('feed.known', { time: format.moment(issuedAt, now) })}`
        : t(`feed.long.${reason}`),
  };
};
