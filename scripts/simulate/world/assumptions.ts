/** What the simulated world is like. The detector knows none of these numbers. */

/** Complaints of one person who has opted in, a day, on ordinary days. Sessions end by themselves once in 90 to 365 days. */
export const COMPLAINTS_A_DAY = {
  'forced-logout': 0.006,
  'sign-in-rejected': 0.012,
  errors: 0.008,
  unreachable: 0.004,
  'suspended-notice': 0.0002,
} as const;

/** Where people are: share, and hours that their clock is ahead of UTC. */
export const REGIONS = [
  { name: 'EU', share: 0.42, hours: 1 },
  { name: 'NA', share: 0.3, hours: -6 },
  { name: 'AS', share: 0.13, hours: 7 },
  { name: 'SA', share: 0.08, hours: -3 },
  { name: 'AF', share: 0.04, hours: 2 },
  { name: 'OC', share: 0.03, hours: 10 },
] as const;

/** Share of the people who have the service open, over the day (most at 20 h, fewest at 8 h, local time). */
export const ACTIVE_MEAN = 0.25;
export const ACTIVE_SWING = 0.7;
export const WEEKEND = 1.15;

/** Providers: /16 blocks a region, the largest first by Zipf's law; networks a block. */
export const BLOCKS_A_REGION = 1500;
export const NETWORKS_A_BLOCK = 256;

/** Slow moods of the whole (a new browser version, a hot day): how far, and for how many hours. */
export const MOOD_SPREAD = 0.2;
export const MOOD_HOURS = 6;

/** Hiccups of one provider in one region: how many a week for 5,000 people, how many complain. */
export const HICCUPS_A_WEEK = 2;
export const HICCUP_MOST = 10;
