import type { RunningFeed } from './feed-options.ts';

/** How often it is looked whether the shell that npm started is still there, in milliseconds. */
const LOOK = 500;

/** Whoever started this, known before anybody can be told that it runs. */
const SHELL = process.ppid;

/**
 * Runs until SIGTERM or SIGINT; SIGHUP takes up new keys. The shell through which npm starts this keeps a signal for itself and
 * leaves its child behind: so whoever was started by npm also stops when that shell is gone.
 */
export const untilToldToStop = (feed: RunningFeed, byNpm: boolean): Promise<void> =>
  new Promise((stopped) => {
    const stop = (): void => {
      clearInterval(timer);
      stopped(feed.stop());
    };
    const timer = setInterval(() => {
      if (byNpm && process.ppid !== SHELL) stop();
    }, LOOK).unref();
    process.on('SIGHUP', () => void feed.reload());
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
  });
