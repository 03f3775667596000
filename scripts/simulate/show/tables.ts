import type { Results } from '../results.ts';

/** One table: a title, the heads of its columns, its rows; all text. */
export interface Table {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const seconds = (value: number | null): string => (value === null ? 'never' : `${Math.round(value)} s`);
const minutes = (value: number | null): string => (value === null ? 'never' : `${value.toFixed(1)} min`);
const whole = (value: number): string => Math.round(value).toLocaleString('en');
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const delays = (results: Results): Table => ({
  title: 'An onset like 5 March 2024: delay until the feed says `degraded`',
  heads: ['opted-in', 'seen', 'from the 8th report: median', 'worst', 'from the onset: median', 'worst'],
  rows: results.delays.map(({ people, onsets, detected, fromEighth, fromOnset }) => [
    whole(people),
    `${detected} of ${onsets}`,
    seconds(fromEighth.median),
    seconds(fromEighth.worst),
    seconds(fromOnset.median),
    seconds(fromOnset.worst),
  ]),
});

const symptomWords = (symptoms: Results['shapes'][number]['symptoms']): string =>
  Object.entries(symptoms)
    .filter(([, share]) => share >= 0.2)
    .map(([name, share]) => `${name} ${share.toFixed(2)}`)
    .join(', ') || 'fewer than 20 networks';

const shapes = (results: Results): Table => ({
  title: 'Shapes of trouble (probes fine, no official word)',
  heads: ['what', 'opted-in', 'raised', 'degraded', 'networks at most', 'usual', 'scope', 'symptoms then'],
  rows: results.shapes.map(
    ({ name, people, raised, degraded, networks, expected, scope, symptoms, looksLikeReset }) => [
      name,
      whole(people),
      minutes(raised),
      minutes(degraded),
      whole(networks),
      expected.toFixed(1),
      scope,
      symptomWords(symptoms) + (looksLikeReset ? ' (told as a reset)' : ''),
    ],
  ),
});

const years = (results: Results): Table => ({
  title: 'Quiet years: what nothing brought',
  heads: ['opted-in', 'days', 'crowd raised (shown as symptoms)', 'crowd high', 'false alarms'],
  rows: results.years.map(({ people, days, raised, high, falseAlarms }) =>
    [people, days, raised, high, falseAlarms].map(whole),
  ),
});

const growing = (results: Results): Table => ({
  title: 'A user base that doubles each week for four weeks',
  heads: ['presence', 'opted-in', 'crowd raised', 'false alarms'],
  rows: results.growing.map(({ presence, from, to, raised, falseAlarms }) => [
    presence ? 'known' : 'not asked for',
    `${whole(from)} to ${whole(to)}`,
    whole(raised),
    whole(falseAlarms),
  ]),
});

const floods = (results: Results): Table => ({
  title: 'Floods of false complaints, for 90 minutes, while nothing is wrong',
  heads: ['from', 'opted-in', 'networks counted at most', 'crowd', 'status reached', 'over after'],
  rows: results.floods.map(({ name, people, networks, level, status, minutesUntilOver }) => [
    name,
    whole(people),
    whole(networks),
    level,
    status,
    level === 'none' ? '—' : minutes(minutesUntilOver),
  ]),
});

const poisonings = (results: Results): Table => ({
  title: 'Poisoning for weeks, then an onset like 5 March 2024 (5,000 opted-in)',
  heads: [
    'how',
    'weeks',
    'level before',
    'after',
    'degraded meanwhile',
    'onsets seen',
    'worst delay from the 8th',
  ],
  rows: results.poisonings.map(({ name, weeks, before, after, visible, delays: seen }) => [
    name,
    whole(weeks),
    before.toFixed(2),
    after.toFixed(2),
    percent(visible),
    `${seen.detected} of ${seen.onsets}`,
    seconds(seen.fromEighth.worst),
  ]),
});

const claims = (results: Results): Table => ({
  title: 'What the feed claims, against the truth (days of all sorts, 5,000 opted-in)',
  heads: ['status', 'confidence', 'minutes', 'right'],
  rows: results.claims.map(({ status, confidence, minutes: all, right }) => [
    status,
    confidence.toFixed(2),
    whole(all),
    percent(right / all),
  ]),
});

/** All tables of a run. */
export const tablesOf = (results: Results): readonly Table[] =>
  [delays, shapes, years, growing, floods, poisonings, claims].map((make) => make(results));
