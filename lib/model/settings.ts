import { alarm } from './cause.ts';
import { serviceId } from './service-id.ts';
import { z, type Infer } from './zod.ts';

/** Languages that are complete. `auto` follows the browser. */
export const LANGUAGES = ['en', 'fr'] as const;
export const language = z.enum(LANGUAGES);
export type Language = Infer<typeof language>;

const minuteOfDay = z.int().check(z.gte(0), z.lte(1439));

/** Which shared feed is read: the package's own, one of the person's own (kept apart, see `own-feed.ts`), or none. */
export const FEED_CHOICES = ['package', 'own', 'none'] as const;
export const feedChoice = z.enum(FEED_CHOICES);
export type FeedChoice = Infer<typeof feedChoice>;

/** The person's choices. Minutes of day count from local midnight. */
export const settings = z.strictObject({
  version: z.literal(1),
  watched: z.array(serviceId),
  language: z.union([z.literal('auto'), language]),
  theme: z.enum(['auto', 'light', 'dark']),
  notify: z.strictObject({
    toast: z.boolean(),
    system: z.boolean(),
    alarms: z.array(alarm),
    quietHours: z.nullable(z.strictObject({ from: minuteOfDay, to: minuteOfDay })),
  }),
  retention: z.strictObject({
    months: z.int().check(z.gte(1), z.lte(120)),
    incidents: z.int().check(z.gte(1), z.lte(100_000)),
  }),
  feed: z._default(feedChoice, 'package'),
  /** Anonymous reports to the feed: off until the person chooses them. */
  reports: z._default(z.boolean(), false),
});
export type Settings = Infer<typeof settings>;

export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  watched: ['facebook', 'instagram'],
  language: 'auto',
  theme: 'auto',
  notify: { toast: true, system: true, alarms: ['act', 'watch', 'none'], quietHours: null },
  retention: { months: 12, incidents: 1000 },
  feed: 'package',
  reports: false,
};
