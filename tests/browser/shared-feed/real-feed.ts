import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsOf, flags, type Settings } from '../../../feed/settings/settings.ts';
import { startFeed, type RunningFeed } from '../../../feed/start-feed.ts';
import { z } from '../../../lib/model/zod.ts';
import { FEED_HOST } from '../../platform/hosts.ts';
import type { Platform } from '../../platform/start-platform.ts';
import { movedClock, type MovedClock } from './moved-clock.ts';
import { watchPlatform } from './watched-platform.ts';

/** Where readers find the feed: at the platform, which stands before it as an operator's proxy does. */
export const FEED_BASE = `https://${FEED_HOST}`;

/** A running feed server whose time the test moves. */
export interface MovedFeed extends RunningFeed {
  readonly data: string;
  readonly clock: MovedClock;
  /** Moves the clock by so many seconds, one by one or in greater steps, with all that a server does each time. */
  seconds(count: number, step?: number): Promise<void>;
}

/** One feed: its keys live as long as it does, everything else (counts, history, published file) for one server. */
export interface FeedHome {
  /** What goes into the package. */
  readonly trust: unknown;
  readonly sources: string;
  /** A data folder with the feed's keys and nothing else in it. */
  freshData(): Promise<string>;
  /** Starts a server behind the platform, its clock so many minutes from now (negative: behind). The one before stops. */
  start(minutes: number, data?: string): Promise<MovedFeed>;
  /** Stops the server that runs: the platform answers 502 for it. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

const settingsFor = (data: string, sources: string): Settings => ({
  ...settingsOf(z.parse(flags, { port: '0', 'trust-proxy': true, base: [FEED_BASE] })),
  data,
  sources,
});

/** Makes the keys of a feed, as the first start of its server does, and leads the platform's feed host to its servers. */
export const openFeedHome = async (platform: Platform): Promise<FeedHome> => {
  const folder = await mkdtemp(join(tmpdir(), 'oh-real-feed-'));
  const watched = await watchPlatform(platform, folder);
  let running: RunningFeed | null = null;

  const stop = async (): Promise<void> => {
    await running?.stop();
    running = null;
  };

  const startIn = async (data: string, clock: MovedClock): Promise<RunningFeed> => {
    const feed = await startFeed({ settings: settingsFor(data, watched.sources), clock, timers: false });
    Object.assign(platform.feedFront, { to: feed.base, mode: 'pass', clock: () => clock.now() });
    running = feed;
    return feed;
  };

  const first = await startIn(join(folder, 'first'), movedClock(Date.now()));
  const trust: unknown = JSON.parse(await readFile(first.trustPath, 'utf8'));
  await stop();

  let servers = 0;
  const freshData = async (): Promise<string> => {
    const data = join(folder, `data-${(servers += 1)}`);
    await mkdir(data, { mode: 0o700 });
    await cp(join(folder, 'first', 'keys'), join(data, 'keys'), { recursive: true });
    return data;
  };

  return {
    trust,
    sources: watched.sources,
    freshData,
    async start(minutes, data) {
      await stop();
      const place = data ?? (await freshData());
      const clock = movedClock(Date.now() + minutes * 60_000);
      const feed = await startIn(place, clock);
      await feed.tick();
      return {
        ...feed,
        data: place,
        clock,
        async seconds(count, step = 1) {
          for (let second = 0; second < count; second += step) {
            clock.forward(step * 1_000);
            await feed.tick();
          }
        },
      };
    },
    stop,
    async close() {
      await stop();
      await watched.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
