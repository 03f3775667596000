import type { Results } from './results.ts';
import { MEASURED_AT } from './run-plan.ts';

const LONGEST_DELAY_SECONDS = 120;
const FALSE_ALARMS_A_YEAR = 1;
/** By how much a claim may be above the truth, and from how many minutes on that is more than chance. */
const OVERCLAIM = 0.05;
const ENOUGH_MINUTES = 1000;

const delays = ({ delays: all }: Results): string[] =>
  all
    .filter(({ people }) => people >= MEASURED_AT)
    .flatMap(({ people, onsets, detected, fromEighth }) => {
      if (detected < onsets) return [`${onsets - detected} of ${onsets} onsets unseen at ${people} people`];
      const worst = fromEighth.worst ?? Infinity;
      return worst > LONGEST_DELAY_SECONDS ? [`${Math.round(worst)} s of delay at ${people} people`] : [];
    });

const falseAlarms = ({ years }: Results): string[] =>
  [...new Set(years.map(({ people }) => people))].flatMap((people) => {
    const same = years.filter((year) => year.people === people);
    const days = same.reduce((sum, year) => sum + year.days, 0);
    const alarms = same.reduce((sum, year) => sum + year.falseAlarms, 0);
    const aYear = (alarms * 365) / days;
    return aYear >= FALSE_ALARMS_A_YEAR
      ? [`${aYear.toFixed(1)} false alarms a year at ${people} people`]
      : [];
  });

const floods = ({ floods: all }: Results): string[] => [
  ...all.filter(({ status }) => status === 'outage').map(({ name }) => `an outage by a flood from ${name}`),
  ...all
    .filter(({ name, level }) => /^one/.test(name) && level !== 'none')
    .map(({ name, level, people }) => `crowd ${level} by a flood from ${name} among ${people} people`),
];

const poisonings = ({ poisonings: all }: Results): string[] =>
  all
    .filter(
      ({ delays: { onsets, detected, fromEighth } }) =>
        detected < onsets || (fromEighth.worst ?? Infinity) > LONGEST_DELAY_SECONDS,
    )
    .map(({ name }) => `blinded by poisoning (${name})`);

const growing = ({ growing: all }: Results): string[] =>
  all
    .filter(({ presence, falseAlarms: alarms }) => presence && alarms > 0)
    .map(({ falseAlarms: alarms }) => `${alarms} false alarms while the user base grew`);

/** Each shape of trouble must be seen, and the regional one known as such. */
const shapes = ({ shapes: all }: Results): string[] =>
  all
    .filter(({ people }) => people >= MEASURED_AT)
    .flatMap(({ name, raised, scope, people, looksLikeReset }) => [
      ...(raised === null ? [`“${name}” unseen at ${people} people`] : []),
      ...(name.startsWith('Regional') !== (scope === 'regional') ? [`“${name}” has the scope ${scope}`] : []),
      ...(name.startsWith('Security') !== looksLikeReset ? [`“${name}” is mistaken about the reset`] : []),
    ]);

const claims = ({ claims: all }: Results): string[] =>
  all
    .filter(
      ({ confidence, minutes, right }) =>
        minutes >= ENOUGH_MINUTES && right / minutes < confidence - OVERCLAIM,
    )
    .map(
      ({ status, confidence, minutes, right }) =>
        `${status} at ${confidence} was right in ${(right / minutes).toFixed(2)}`,
    );

/** What of the results misses its limit, in words; nothing when all is well. */
export const missedLimits = (results: Results): readonly string[] => [
  ...delays(results),
  ...falseAlarms(results),
  ...floods(results),
  ...poisonings(results),
  ...growing(results),
  ...shapes(results),
  ...claims(results),
];
