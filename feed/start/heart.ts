import type { FeedMetrics } from '../metrics/feed-metrics.ts';
import type { OwnFeed } from '../publish/current-file.ts';
import { createClockWatch } from '../publish/clock-watch.ts';
import type { createPublisher, Round } from '../publish/publisher.ts';
import type { Clock } from './clock.ts';
import type { Current } from './serve-current.ts';

export interface HeartParts {
  readonly clock: Clock;
  readonly current: Current;
  /** Null on a node that does not publish. */
  readonly publisher: ReturnType<typeof createPublisher> | null;
  /** Looks at the counts; once a minute. False when nobody counts. */
  readonly observe: (at: number) => Promise<boolean>;
  readonly onPublished: (feed: OwnFeed, round: Extract<Round, { outcome: 'published' }>, at: number) => void;
  readonly onOutcome: (outcome: Round['outcome']) => void;
  readonly onClockJump: (milliseconds: number) => void;
  readonly metrics: FeedMetrics;
}

/** What a node does every second beside taking reports: counts once a minute, publishes when there is reason to, serves what is published. */
export const createHeart = (parts: HeartParts) => {
  const { clock, current, publisher, observe, onPublished, onOutcome, onClockJump, metrics } = parts;
  const watch = createClockWatch(clock.now(), clock.steady());
  let observed: number | null = null;
  let underWay: Promise<void> | null = null;

  const beatOnce = async (): Promise<void> => {
    const at = clock.now();
    const jump = watch.look(at, clock.steady());
    if (jump !== 0) onClockJump(jump);
    const minute = Math.floor(at / 60_000);
    if (publisher && minute !== observed) {
      observed = minute;
      if (!(await observe(at))) metrics.storeFaults.inc();
    }
    const round = publisher ? await publisher.round(at) : null;
    if (round) {
      metrics.rounds.inc({ outcome: round.outcome });
      onOutcome(round.outcome);
    }
    if (round?.outcome === 'published') {
      current.take(round.feed, at);
      onPublished(round.feed, round, at);
      return;
    }
    await current.look(at);
    publisher?.notice(current.feed());
  };

  return {
    /** One beat; a call while another is under way waits for that one. */
    beat: (): Promise<void> =>
      (underWay ??= beatOnce().finally(() => {
        underWay = null;
      })),
  };
};
