import type { Logger } from 'pino';
import type { FeedMetrics } from '../metrics/feed-metrics.ts';
import type { Clock } from './clock.ts';
import { createHeart } from './heart.ts';
import type { openPublishing } from './open-publishing.ts';
import type { SayChanges } from './say-changes.ts';
import type { Current } from './serve-current.ts';

export interface HeartSetting {
  readonly clock: Clock;
  readonly current: Current;
  /** Null on a node that does not publish. */
  readonly publishing: ReturnType<typeof openPublishing> | null;
  readonly metrics: FeedMetrics;
  readonly log: Logger;
  readonly say: SayChanges;
}

const FINE = new Set(['published', 'nothing-new', 'other-holder']);

/** The heart of a node, and what is said and remembered of its beats. */
export const openHeart = ({ clock, current, publishing, metrics, log, say }: HeartSetting) =>
  createHeart({
    clock,
    current,
    publisher: publishing?.publisher ?? null,
    observe: async (at) => publishing?.observe(at) ?? true,
    onPublished({ payload }, { why, witnessed }, at) {
      publishing?.remember(payload, at);
      if (!witnessed) metrics.unwitnessed.inc();
      say('witness', witnessed ? 'signs' : 'does not sign', !witnessed);
      log.info({ sequence: payload.sequence, why, witnessed }, 'published');
    },
    onOutcome: (outcome) => say('publishing', FINE.has(outcome) ? 'fine' : outcome, !FINE.has(outcome)),
    onClockJump(milliseconds) {
      metrics.clockJumps.inc();
      log.warn({ milliseconds }, 'the clock was set');
    },
    metrics,
  });
