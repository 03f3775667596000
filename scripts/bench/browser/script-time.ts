import type { BrowserContext, CDPSession, Page } from 'playwright-core';

/** How long (ms) the scripts of a page ran, all worlds of it together, and its longest task. */
export interface ScriptTime {
  readonly script: number;
  readonly longest: number;
}

/** The page's own clock of all that its scripts did since it was switched on (`Performance.getMetrics`). */
const scriptClock = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN) * 1000;
};

const longestTask = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        // The browser names only tasks from 50 ms on; they are told after the observer is set up.
        let longest = 0;
        const observer = new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
        });
        observer.observe({ type: 'longtask', buffered: true });
        setTimeout(() => resolve(longest), 50);
      }),
  );

/** What a tab of its own can be asked. */
export interface Stopwatch {
  /** A load, until `settle` ms after the document was loaded. */
  readonly load: (address: string, settle: number) => Promise<ScriptTime>;
  /** The script time (ms) of the next so many ms in the page that stands there. */
  readonly next: (ms: number) => Promise<number>;
  /** Leaves the tab empty, so that its page takes nothing from what is measured next. */
  readonly leave: () => Promise<void>;
  readonly end: () => Promise<void>;
}

/** A new tab with a stopwatch, its processor slowed down so many times. */
export const openStopwatch = async (context: BrowserContext, slowdown: number): Promise<Stopwatch> => {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  // By the thread's own clock: what others do on the machine meanwhile does not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return {
    async load(address, settle) {
      await page.goto('about:blank');
      await page.goto(address, { waitUntil: 'load' });
      await page.waitForTimeout(settle);
      const script = await scriptClock(session);
      return { script, longest: await longestTask(page) };
    },
    async next(ms) {
      const before = await scriptClock(session);
      await page.waitForTimeout(ms);
      return (await scriptClock(session)) - before;
    },
    async leave() {
      await page.goto('about:blank');
    },
    end: () => page.close(),
  };
};
