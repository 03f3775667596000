import { z, type Infer } from '../../lib/model/zod.ts';
import { CURVE_WINDOWS, HOURS_A_WEEK, HOURS_KEPT, REGIONS_KEPT, BASELINE_WEEKS } from './numbers.ts';

const amount = z.number().check(z.gte(0));
const index = z.int().check(z.gte(0));

/** What is usual in one hour: networks with a complaint in 300 s, and how far that swings. */
const usual = z.strictObject({ level: amount, dispersion: amount });
export type Usual = Infer<typeof usual>;

const alarm = z.strictObject({
  level: z.enum(['none', 'raised', 'high']),
  /** Since when the level is above `none`, ms since 1970. */
  since: z.nullable(index),
  /** Whether it came from many networks or several regions at any time since. */
  spread: z.boolean(),
  /** Minutes in a row that were raised, high, calm. */
  raised: index,
  high: index,
  calm: index,
});
export type Alarm = Infer<typeof alarm>;

/**
 * All that the detector remembers of one service: counts that are rounded or summed over an hour and more, no address, no hash.
 * JSON-safe and of bounded size. What does not fit this schema is refused, and the service begins anew.
 */
export const crowdState = z.strictObject({
  version: z.literal(1),
  /** The last minute that was looked at: ⌊ms / 60,000⌋. */
  minute: index,
  /** The last bucket that went into the baseline. */
  learned: index,
  /** Mean networks a window of each past hour since 1970, rounded; `null` where too little was seen, or all in alarm. */
  hours: z.strictObject({
    first: index,
    means: z.array(z.nullable(amount)).check(z.maxLength(HOURS_KEPT)),
  }),
  /** The hour under way: its number since 1970, and sum and number of its buckets so far. */
  hour: z.strictObject({ index, sum: amount, buckets: index }),
  /** The level that each hour of the week had last, for the cap on its growth. */
  levels: z.array(z.nullable(amount)).check(z.length(HOURS_A_WEEK)),
  usual,
  /** People present a window: of late, and in each past week (its number, its sum, its buckets). */
  presence: z.strictObject({
    late: z.nullable(amount),
    weeks: z.array(z.tuple([index, amount, index])).check(z.maxLength(BASELINE_WEEKS + 1)),
  }),
  alarm,
  /** Buckets of the last alarm, which teach nothing. */
  alarmed: z.nullable(z.strictObject({ from: index, to: index })),
  cusum: amount,
  /** Who is where: name of the region and networks, fading. */
  regions: z
    .array(z.tuple([z.string().check(z.minLength(1), z.maxLength(64)), amount]))
    .check(z.maxLength(REGIONS_KEPT)),
  /** Networks in each ten minutes up to window number `last`, oldest first. */
  curve: z.strictObject({ last: index, values: z.array(index).check(z.maxLength(CURVE_WINDOWS)) }),
});
export type CrowdState = Infer<typeof crowdState>;
