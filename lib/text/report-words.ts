import type { FeedEntry, Symptom } from '../model/feed.ts';
import type { Texts } from './texts.ts';

/** What trouble looks like, the gravest first. `sign-in-works` is none. */
const TROUBLES = [
  'suspended-notice',
  'sign-in-rejected',
  'forced-logout',
  'unreachable',
  'errors',
] as const satisfies readonly Symptom[];

/** Shares of the reporters from which it is "most" and "some" of them; below it is not told. */
const MOST = 0.5;
const SOME = 0.1;
/** From so many times the usual it is told how many; below it is about as usual. */
const MORE_THAN_USUAL = 2;

/** How many times the usual, to one significant figure and a half: more precise it is not known. Null without a usual. */
export const timesTheUsual = ({ count, expected }: NonNullable<FeedEntry['reports']>): number | null => {
  if (expected <= 0) return null;
  const times = count / expected;
  if (times < 10) return Math.floor(times);
  const step = 10 ** Math.floor(Math.log10(times)) / 2;
  return Math.floor(times / step) * step;
};

const countText = ({ t, format }: Texts, reports: NonNullable<FeedEntry['reports']>): string => {
  const duration = format.duration(reports.windowSeconds);
  const count = t('service.reports', { count: reports.count, duration });
  const times = timesTheUsual(reports);
  if (times === null) return count;
  return times >= MORE_THAN_USUAL
    ? t('service.reports-factor', { reports: count, times })
    : t('service.reports-usual', { reports: count });
};

/** What people show, in a sentence or two: the commonest trouble, of equals the gravest, and whether some get in. */
const symptomTexts = ({ t }: Texts, symptoms: FeedEntry['symptoms']): readonly string[] => {
  const shareOf = (name: Symptom): number => symptoms[name] ?? 0;
  const [first] = TROUBLES.toSorted((a, b) => shareOf(b) - shareOf(a));
  const share = first ? shareOf(first) : 0;
  return [
    ...(first && share >= SOME ? [t(`symptom.${share >= MOST ? 'most' : 'some'}.${first}`)] : []),
    ...(shareOf('sign-in-works') >= SOME ? [t('symptom.sign-in-works')] : []),
  ];
};

/**
 * What others report of a service, by its entry in the shared status: how many, what they show, and where, each as a
 * line. What is not known is not said; that the reports are too few only where there is trouble.
 */
export const reportWords = (texts: Texts, entry: FeedEntry): readonly string[] => {
  const { t } = texts;
  const { status, reports, symptoms, scope } = entry;
  const isTroubled = status === 'outage' || status === 'degraded';
  const isRaised = reports !== null && (timesTheUsual(reports) ?? 0) >= MORE_THAN_USUAL;
  const what = [
    ...(isTroubled || isRaised ? symptomTexts(texts, symptoms) : []),
    ...(isTroubled && scope === 'regional' ? [t('service.regional')] : []),
  ].join(' ');
  const many = reports ? countText(texts, reports) : isTroubled ? t('service.reports-few') : '';
  return [many, what].filter((line) => line !== '');
};
