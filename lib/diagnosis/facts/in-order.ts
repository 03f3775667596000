import type { Observation, ObservationKind } from '../../model/observation.ts';
import { toMillis } from '../../model/timestamp.ts';

/** An observation with its time in ms, and its place in the log as given. */
export interface Timed {
  readonly at: number;
  readonly seen: Observation;
}

/** The log by time; equal times keep their order (a stable sort). */
export const byTime = (observations: readonly Observation[]): Timed[] => {
  const timed = observations.map((seen) => ({ at: toMillis(seen.at), seen }));
  for (let i = 1; i < timed.length; i += 1)
    if ((timed[i] as Timed).at < (timed[i - 1] as Timed).at) return timed.sort((a, b) => a.at - b.at);
  return timed;
};

/** What is known of the surroundings comes before what happened in them, and starts before ends. */
const RANK: Readonly<Record<ObservationKind, number>> = {
  connectivity: 0,
  clearing: 1,
  feed: 2,
  official: 3,
  logout: 4,
  session: 5,
  request: 6,
  login: 7,
  page: 8,
  answer: 9,
};

const rank = (seen: Observation): number => {
  if (seen.kind === 'session') return RANK.session + (seen.change === 'ended' ? 0.5 : 0);
  if (seen.kind === 'request') return RANK.request + (seen.outcome === 'ok' ? 0 : 0.5);
  if (seen.kind === 'page') return RANK.page + (seen.page === 'home' ? 0 : 0.5);
  return RANK[seen.kind];
};

/** Observations of one moment form a set: this order does not depend on how they stand in the file (rule S6). */
export const asSet = (moment: readonly Timed[]): readonly Timed[] =>
  moment.length < 2
    ? moment
    : moment
        .map((one) => ({ one, rank: rank(one.seen), text: JSON.stringify(one.seen) }))
        .sort((a, b) => a.rank - b.rank || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
        .map(({ one }) => one);
