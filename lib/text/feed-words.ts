import type { FeedLine } from '../model/snapshot.ts';
import type { Timestamp } from '../model/timestamp.ts';
import type { Texts } from './texts.ts';

/** The state of the shared status: a few words, and a sentence that explains them. */
export const feedWords = (
  { t, format }: Texts,
  { state, issuedAt }: FeedLine,
  now: Timestamp,
): { readonly short: string; readonly long: string } => ({
  short:
    state === 'verified'
      ? t('feed.verified', { when: issuedAt === null ? '' : format.relative(issuedAt, now) }).trim()
      : t(`feed.${state}`),
  long: t(`feed.long.${state}`),
});
