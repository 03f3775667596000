import { published } from './published.ts';
import type { MovedFeed } from './real-feed.ts';
import { sendReports } from './reporters.ts';

/** Seconds in which the detector must have noticed 400 reporters. */
const TWO_MINUTES = 120;

/** 300 networks were thrown out of Facebook and 100 are refused; the server's time goes on until it calls it trouble. */
export const crowdReports = async (feed: MovedFeed): Promise<void> => {
  const common = { service: 'facebook', at: feed.clock.now() } as const;
  await sendReports(feed.base, { ...common, kind: 'forced-logout', networks: 300 });
  await sendReports(feed.base, { ...common, kind: 'sign-in-rejected', networks: 100, from: 300 });
  for (let second = 0; second < TWO_MINUTES; second += 1) {
    await feed.seconds(1);
    if ((await published(feed.base))?.services.facebook?.status === 'degraded') return;
  }
  throw new Error('400 reporters went unnoticed for two minutes');
};
