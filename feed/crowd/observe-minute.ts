import { bucketOf } from '../../lib/model/report.ts';
import type { BucketCount } from '../store/count-store.ts';
import { catchUp } from './catch-up.ts';
import type { CrowdReading } from './crowd-reading.ts';
import { isOn, type CrowdSettings } from './crowd-settings.ts';
import type { CrowdState, Usual } from './crowd-state.ts';
import { drawCurve } from './curve.ts';
import { freshState } from './fresh-state.ts';
import { judgeAlarm } from './judge-alarm.ts';
import { learnBuckets } from './learn-buckets.ts';
import { FEWEST_BLOCKS, MANY_BLOCKS, MANY_NETWORKS, REGION_NETWORKS, SEVERAL_REGIONS } from './numbers.ts';
import { oddnessOf } from './oddness.ts';
import { readWindow, type WindowReading } from './read-window.ts';
import { usualShares } from './region-shares.ts';
import { scopeOf } from './scope-of.ts';
import { symptomShares } from './symptom-shares.ts';
import { minuteOf } from './time-indices.ts';

const withAlarmedBuckets = (state: CrowdState, at: number): CrowdState => {
  if (state.alarm.level === 'none' && state.alarm.raised === 0) return state;
  const current = bucketOf(at);
  const before = state.alarmed;
  const goesOn = before !== null && current - before.to <= 2;
  return { ...state, alarmed: { from: goesOn ? before.from : current - 1, to: current } };
};

const isSpread = ({ blocks, networks, regions }: WindowReading): boolean =>
  blocks >= MANY_BLOCKS ||
  (blocks >= FEWEST_BLOCKS && networks >= MANY_NETWORKS) ||
  [...regions.values()].filter((here) => here >= REGION_NETWORKS).length >= SEVERAL_REGIONS;

const rateOf = (window: WindowReading, state: CrowdState, { rate, presenceRate }: CrowdSettings) => {
  const present = window.kinds.get('presence') ?? 0;
  if (!isOn(rate) || !isOn(presenceRate) || (present === 0 && !state.presence.late)) return null;
  const complaining = window.networks / rate;
  const all = complaining + present / presenceRate;
  return all > 0 ? complaining / all : null;
};

const readingOf = (
  state: CrowdState,
  window: WindowReading,
  arriving: Usual,
  settings: CrowdSettings,
): CrowdReading => {
  const { level, since, spread } = state.alarm;
  const alarmed = level !== 'none';
  return {
    level,
    since,
    spread,
    symptoms: symptomShares(window.kinds),
    networks: window.networks,
    expected: arriving.level * window.filled,
    count: Math.round(window.reports),
    rate: rateOf(window, state, settings),
    scope: alarmed ? scopeOf(window.regions, window.networks, usualShares(state.regions)) : 'unknown',
    curve: state.curve.values,
  };
};

/**
 * One look at one service, once a minute: what the reports say now, and what to remember until the next look. Pure.
 *
 * @param before what the last look left, or null for a service that is new
 * @param counts of this service, in the buckets that `bucketsNeeded(at)` names; a missing count is a zero, so do not call it
 * with counts that could not be read
 * @param at ms since 1970. A second look in the same minute, or a clock set back, advances nothing.
 * @param settings what clients were told of `reporting`; with `rate` 0 nothing is learned and no alarm rises
 */
export const observeMinute = (
  before: CrowdState | null,
  counts: readonly BucketCount[],
  at: number,
  settings: CrowdSettings,
): { readonly state: CrowdState; readonly reading: CrowdReading } => {
  const caughtUp = catchUp(before ?? freshState(at), at);
  const window = readWindow(counts, at, settings);
  const on = isOn(settings.rate);
  const advances = on && minuteOf(at) > caughtUp.minute;
  const learned = advances
    ? learnBuckets({ ...caughtUp, minute: minuteOf(at) }, counts, at, settings)
    : caughtUp;
  const arriving = { ...learned.usual, level: learned.usual.level * (on ? settings.rate : 1) };
  if (!advances) return { state: learned, reading: readingOf(learned, window, arriving, settings) };
  const oddness = oddnessOf(window, arriving, usualShares(learned.regions));
  const minute = { at, oddness, spread: isSpread(window), networks: window.networks, cusum: learned.cusum };
  const alarm = judgeAlarm(learned.alarm, minute);
  const isOver = learned.alarm.level !== 'none' && alarm.level === 'none';
  // What an alarm has added up is told; the next one begins at nothing.
  const cusum = isOver ? 0 : learned.cusum;
  const curve = drawCurve(learned.curve, counts, at);
  const state = withAlarmedBuckets({ ...learned, alarm, cusum, curve }, at);
  return { state, reading: readingOf(state, window, arriving, settings) };
};
