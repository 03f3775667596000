import { expect, it } from 'vitest';
import type { Outbox } from '../../../../lib/feed/reports/outbox.ts';
import { choose } from '../../extension/choose.ts';
import { throwOut } from '../../extension/throw-out.ts';
import { eventually } from '../../harness/eventually.ts';
import type { Scene } from '../scene.ts';

const SHORTEST_DELAY = 20_000;
/** As the feed says: `reporting.maxDelaySeconds`. */
const LONGEST_DELAY = 180_000;

const waitingIn = async (scene: Scene): Promise<Outbox['waiting']> =>
  (await scene.popup()).evaluate(async () => {
    const { outbox } = await chrome.storage.local.get<{ outbox?: { value: Outbox } }>('outbox');
    return outbox?.value.waiting ?? [];
  });

/** As if the time had come that was drawn for each waiting report. */
const delayPasses = async (scene: Scene): Promise<void> =>
  (await scene.popup()).evaluate(async () => {
    const stored = await chrome.storage.local.get<{
      outbox: { value: { waiting: { sendAt: number }[] } };
    }>('outbox');
    for (const waiting of stored.outbox.value.waiting) waiting.sendAt = Date.now();
    await chrome.storage.local.set(stored);
    await chrome.alarms.create('report', { when: Date.now() });
  });

/** Reports with this fate since the server's start, as its metrics have them. */
const fate = async (base: string, name: string): Promise<number> => {
  const metrics = await (await fetch(`${base}/metrics`)).text();
  return Number(new RegExp(`^oh_feed_reports\\{fate="${name}"\\} (\\d+)$`, 'm').exec(metrics)?.[1]);
};

const posted = ({ platform }: Scene) =>
  platform.requests.fromExtensions().filter(({ method }) => method === 'POST');

export const ownReportStories = (at: () => Scene): void => {
  it('who chose to report is counted by the server after the delay that it asks for; who did not sends nothing', async () => {
    const scene = at();
    const feed = await scene.home.start(0);
    scene.platform.requests.clear();
    await scene.signIn();
    await scene.throwOut();
    expect(await waitingIn(scene)).toEqual([]);

    // Chosen in the options; then it happens again.
    await choose(scene.browser, { reports: true });
    await scene.signIn();
    // Nothing new may be told of it: the incident is open already.
    await throwOut(scene.tab, scene.platform, 'facebook');
    const waiting = await eventually('the report in the outbox', async () => {
      const all = await waitingIn(scene);
      return all.some(({ report }) => report.kind === 'forced-logout') && all;
    });
    for (const { report, at: since, sendAt } of waiting) {
      expect(Object.keys(report).toSorted()).toEqual(['bucket', 'kind', 'service', 'v']);
      expect(sendAt - since).toBeGreaterThanOrEqual(SHORTEST_DELAY);
      expect(sendAt - since).toBeLessThanOrEqual(LONGEST_DELAY);
    }
    expect(posted(scene)).toEqual([]);
    expect(await fate(feed.base, 'received')).toBe(0);

    await delayPasses(scene);
    await eventually('an empty outbox', async () => (await waitingIn(scene)).length === 0);
    expect(await fate(feed.base, 'accepted')).toBe(waiting.length);
    expect(posted(scene)).toHaveLength(waiting.length);
    expect(posted(scene).filter(({ path, hasCookies }) => path !== '/v1/reports' || hasCookies)).toEqual([]);
  });
};
