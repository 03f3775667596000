import { describe, expect, it } from 'vitest';
import type { FeedEntry } from '../../../lib/model/feed.ts';
import type { ServiceRow } from '../../../lib/model/snapshot.ts';
import { reportWords, timesTheUsual } from '../../../lib/text/report-words.ts';
import { officialWords, serviceWords } from '../../../lib/text/service-words.ts';
import { createTexts } from '../../../lib/text/texts.ts';
import { en } from '../../../locales/en.ts';
import { fr } from '../../../locales/fr.ts';

const NOW = '2024-03-05T15:34:00.000Z';
const english = createTexts('en', en, { locale: 'en-GB', timeZone: 'UTC' });
const french = createTexts('fr', fr, { timeZone: 'UTC' });

const reports = (count: number, expected: number) => ({
  windowSeconds: 600,
  count,
  expected,
  reporters: count,
});
const entry = (more: Partial<FeedEntry> = {}): FeedEntry => ({
  status: 'outage',
  confidence: 0.98,
  since: null,
  scope: 'global',
  symptoms: {},
  reports: null,
  official: null,
  probes: null,
  ...more,
});
const row = (of: FeedEntry | null): ServiceRow => ({
  service: 'facebook',
  watched: true,
  permitted: true,
  session: 'signed-out',
  entry: of,
  official: null,
  lastSeenAt: null,
});
const plain = (lines: readonly string[]) => lines.map((line) => line.replaceAll(/[\u00a0\u202f]/g, ' '));

describe('how a service does', () => {
  const state = (of: FeedEntry | null) => {
    const { status, statusText } = serviceWords(english, row(of), NOW);
    return [status, statusText.replaceAll('\u00a0', ' ')];
  };

  it('is not known where nothing could be seen, and never works by default', () => {
    expect(state(null)).toEqual(['unknown', 'no status']);
    expect(state(entry({ status: 'unknown' }))).toEqual(['unknown', 'no status']);
  });

  it('is since when there is trouble, and for how long once that is a day', () => {
    expect(state(entry())).toEqual(['outage', 'down']);
    expect(state(entry({ since: '2024-03-05T15:02:00Z' }))).toEqual(['outage', 'down since 15:02']);
    expect(state(entry({ status: 'degraded', since: '2024-03-03T15:00:00Z' }))).toEqual([
      'degraded',
      'some trouble for 2 days',
    ]);
    expect(state(entry({ status: 'operational', since: '2024-03-05T15:02:00Z' }))).toEqual([
      'operational',
      'works',
    ]);
  });
});

describe('what others report', () => {
  it('is how many, and how many times the usual, without false precision', () => {
    expect(plain(reportWords(english, entry({ reports: reports(4200, 11.7) })))).toEqual([
      '4,200 reports in 10 min, 350 × the usual',
    ]);
    expect(plain(reportWords(french, entry({ reports: reports(4200, 11.7) })))).toEqual([
      '4 200 signalements en 10 min, 350 fois plus que d’habitude',
    ]);
    expect(
      [
        [24, 11],
        [99, 10],
        [4200, 11.7],
        [9990, 10],
        [20, 0],
      ].map(([count = 0, expected = 0]) => timesTheUsual(reports(count, expected))),
    ).toEqual([2, 9, 350, 950, null]);
  });

  it('is about as usual below twice that, and then no symptom is told of a service that works', () => {
    const usual = { reports: reports(20, 12), symptoms: { errors: 0.9 } };
    expect(plain(reportWords(english, entry({ status: 'operational', ...usual })))).toEqual([
      '20 reports in 10 min, about as usual',
    ]);
    expect(reportWords(english, entry({ status: 'operational' }))).toEqual([]);
    const raised = { reports: reports(200, 12), symptoms: { errors: 0.9 } };
    expect(reportWords(english, entry({ status: 'operational', ...raised }))[1]).toBe('Most report errors.');
  });

  it('is one in the singular', () => {
    expect(plain(reportWords(english, entry({ reports: reports(1, 0) })))).toEqual(['1 report in 10 min']);
    expect(plain(reportWords(french, entry({ reports: reports(1, 0) })))).toEqual([
      '1 signalement en 10 min',
    ]);
  });

  it('are too few to say only where there is trouble', () => {
    expect(reportWords(english, entry())).toEqual(['Too few reports to say how many.']);
    expect(reportWords(french, entry())).toEqual(['Trop peu de signalements pour les compter.']);
    expect(reportWords(english, entry({ status: 'unknown' }))).toEqual([]);
  });

  it('is the commonest trouble, of equals the gravest, and that some get in again', () => {
    const say = (symptoms: FeedEntry['symptoms']) => reportWords(english, entry({ symptoms }))[1];
    expect(say({ 'forced-logout': 0.81, 'sign-in-rejected': 0.44 })).toBe(
      'Most report that they were signed out.',
    );
    expect(say({ errors: 0.3, 'sign-in-rejected': 0.3 })).toBe('Some report that their sign-in is refused.');
    expect(say({ 'forced-logout': 0.9, 'sign-in-works': 0.6 })).toBe(
      'Most report that they were signed out. Some can sign in again.',
    );
    expect(say({ errors: 0.05 })).toBeUndefined();
    expect(say({})).toBeUndefined();
  });

  it('names the regions only where the trouble is regional', () => {
    expect(reportWords(english, entry({ scope: 'regional' }))[1]).toBe('Only in some regions.');
    expect(reportWords(english, entry({ scope: 'unknown' }))[1]).toBeUndefined();
    expect(reportWords(english, entry({ status: 'operational', scope: 'regional' }))).toEqual([]);
  });
});

describe('the source of official words', () => {
  const framed = (source: string) =>
    officialWords(english, { source, status: 'outage', text: null, url: null, at: null }, NOW)?.frame;

  it('is called as people call it', () => {
    expect(framed('metastatus')).toBe('Official status page of Meta');
    expect(framed('metastatus RSS')).toBe('Official status page of Meta');
    expect(framed('X')).toBe('Official status page of X');
  });
});
