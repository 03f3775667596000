import type { Tab } from '../harness/browser-under-test.ts';

/** Longer than the routine's longest wait (`next.minWaitSeconds` and its jitter), in milliseconds. */
const A_ROUND = 8 * 60_000;

/**
 * As if some minutes had passed since the extension last asked the feed, so that its routine is due: its own timetable is
 * set back, and its alarm for the next look at what is open goes off now. Nobody presses anything, and what it knows of
 * the feed stays. `page` is one of the extension's own.
 */
export const routineComesRound = (page: Tab): Promise<void> =>
  page.evaluate(async (passed) => {
    const { feed } = await chrome.storage.local.get<{ feed?: { schedule: Record<string, number | null> } }>(
      'feed',
    );
    if (feed) {
      for (const name of ['askedAt', 'eventAt', 'routineAt', 'notBefore']) {
        const at = feed.schedule[name];
        if (typeof at === 'number' && at > 0) feed.schedule[name] = at - passed;
      }
      await chrome.storage.local.set({ feed });
    }
    await chrome.alarms.create('recheck', { when: Date.now() });
  }, A_ROUND);
