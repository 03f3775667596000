/** Every number of the crowd detector, with its reason. The simulations (docs/detection.md) show what each of them buys. */

/** Alarm levels: the chance that ordinary days bring so many. At 105,000 windows a year, 1e-6 is one in ten years. */
export const RAISED_BELOW = 1e-4;
export const HIGH_BELOW = 1e-6;
/** So many minutes in a row: one odd minute is a burst of a proxy or a late flush, two are not. */
export const MINUTES_IN_A_ROW = 2;
/** Never fewer networks: below that a workplace or a family with one bad line would be news of the world. */
export const FEWEST_NETWORKS = 8;
/** It is over when this is no longer odd for so many minutes in a row: people come back in waves. */
export const CALM_ABOVE = 0.01;
export const CALM_MINUTES = 10;

/** No block (IPv4 /16, IPv6 /32) counts for more than this share: one provider, or one tenant of a data centre, is not everybody. */
export const BLOCK_SHARE = 0.2;
/** A crowd is "many networks" from so many blocks in one bucket: renting in ten /16s is work, two of them is not. */
export const MANY_BLOCKS = 10;
/** Or from so many networks after the cap, which lie in so many blocks at least: whoever owns four of them multiplies what three others say by five. */
export const MANY_NETWORKS = 20;
export const FEWEST_BLOCKS = 8;
/** So many regions, each with so many networks, are "several regions". */
export const SEVERAL_REGIONS = 3;
export const REGION_NETWORKS = 3;

/** Weeks of which the usual is the median: long enough to outvote a bad month, short enough to follow habits. */
export const BASELINE_WEEKS = 8;
export const HOURS_A_WEEK = 168;
/** Hours kept: the weeks and the hour after the oldest and before the newest of them. */
export const HOURS_KEPT = BASELINE_WEEKS * HOURS_A_WEEK + 2;
/** Networks in 300 seconds that are always usual: below that a single person is a multiple of nothing. */
export const FLOOR_PER_WINDOW = 0.5;
/** The usual grows at most by this factor a week, beside what presence shows of a growing user base. */
export const GROWTH_A_WEEK = 1.2;
/** What presence may excuse at most: presence can be forged as well as complaints, and must not be able to blind. */
export const PRESENCE_EXCUSES = 4;
/** People a window, added on both sides of the ratio of presence, so that a handful of people is no trend. */
export const PRESENCE_SHRINK = 5;
/** Presence below this many people a window is as good as unknown. */
export const PRESENCE_KNOWN = 1;
/** Memory of presence in windows: a day, so that day and night cancel. */
export const PRESENCE_MEMORY = 288;
/** Samples of the baseline that the prior is worth when nothing is known of this hour: one week's three hours. */
export const PRIOR_SAMPLES = 3;
/** What is usual before anything was seen, in networks a window, and the hours that this guess is worth. */
export const PRIOR_LEVEL = 1;
export const PRIOR_HOURS = 2;
/** In its first day a service learns from minutes in alarm too: else one that begins among many people would never know them. */
export const NEWBORN_HOURS = 24;
/** All of the hour's samples: three hours of each week. */
export const FULL_SAMPLES = 3 * BASELINE_WEEKS;
/** Buckets that an hour must have shown to count as seen. */
export const BUCKETS_OF_AN_HOUR = 4;

/** Complaints clump (a provider's hiccup gives several at once): the variance is mean + this × mean² even in the calmest hour. */
export const CLUMPING = 0.1;
/** What is added while the baseline is young: a level that is known from one week can be off by two thirds. */
export const YOUNG_DISPERSION = 0.5;
/** The most that past weeks may add: an attacker who makes the past restless gains no more than this. */
export const RESTLESS_AT_MOST = 1;

/** CUSUM: sums what exceeds the usual by more than SLACK standard deviations; a single window counts LEAP at most. */
export const SLACK = 0.75;
export const LEAP = 4;
/** For independent windows exp(2 × 0.75 × 12)/(2 × 0.75²) windows lie between two false ones, centuries; real ones depend on each other. */
export const RAMP_FROM = 12;

/** An alarm this old no longer keeps its minutes out of the baseline: the growth cap does from here on. */
export const LEARN_AGAIN_AFTER_MINUTES = 24 * 60;
/** Minutes without a look after which an alarm is no longer known to stand. */
export const FORGET_AFTER_MINUTES = 15;
/** A tick that comes late skips a minute; that is no gap. */
export const LATE_TICK_MINUTES = 2;

/** A region carries it when so much of it is there, and the odds of that are so many times the usual. */
export const CARRIES = 0.8;
export const CARRIES_ODDS = 4;
/** Everybody has it when the odds of the foremost region are less than so many times the usual. */
export const EVERYWHERE_ODDS = 2;
export const REGIONS_KEPT = 32;
/** Memory of who is where, in windows: a week. */
export const REGION_MEMORY = 2016;
/** Networks seen, after forgetting, from which the usual shares of the regions are known. */
export const REGIONS_KNOWN = 50;

/** The curve: so many windows of ten minutes. */
export const CURVE_WINDOWS = 36;
