import { expect, it } from 'vitest';
import { eventually } from '../../harness/eventually.ts';
import { crowdReports } from '../crowd.ts';
import type { Scene } from '../scene.ts';

const WORDS = 'We are aware of an issue impacting Facebook Login.';

/** What the popup shows of Facebook beside the verdict. */
const readRow = async (scene: Scene) =>
  (await scene.popup()).evaluate(() => {
    const row = document.querySelector<HTMLElement>('[data-testid="service"][data-service="facebook"]');
    return {
      status: row?.dataset['status'],
      words: document.querySelector('[data-testid="verdict"]')?.textContent ?? '',
      hasCurve: document.querySelector('[data-testid="verdict"] svg[role="img"]') !== null,
      quotations: [...document.querySelectorAll('blockquote')].map(({ textContent }) => textContent),
    };
  });

export const outageStories = (at: () => Scene): void => {
  it('the verdict goes from unclear to outage by itself: 400 others report, then the official page says so', async () => {
    const scene = at();
    const feed = await scene.home.start(-30);
    await feed.seconds(25 * 60, 20);
    await scene.signIn();

    // Nobody else has said anything, and the feed knows Facebook to be well.
    expect(await scene.throwOut()).toMatchObject({ cause: 'unclear', alarm: 'watch' });
    await scene.card('unclear');
    expect((await scene.feedSeen()).at(-1)).toMatchObject({
      state: 'verified',
      entry: { status: 'operational' },
    });
    expect(await readRow(scene)).toMatchObject({ status: 'operational', quotations: [] });
    expect(await scene.badge()).toBe('?');

    await crowdReports(feed);
    expect(await scene.nextReading()).toMatchObject({
      entry: { status: 'degraded', official: { status: 'operational' } },
    });
    const likely = await scene.card('outage');
    expect(likely).toMatchObject({ certainty: 'likely', alarm: 'none' });
    expect(likely.reasons.map(({ evidence }) => evidence)).toContain('feed-mass-logout');
    expect(await scene.tab.waitForToast('outage')).toMatchObject({ service: 'facebook', alarm: 'none' });
    expect(await scene.badge()).toBe('~');
    const raised = await eventually('the crowd in the popup', async () => {
      const row = await readRow(scene);
      return row.status === 'degraded' && row;
    });
    expect(raised.words).toContain('400 reports');
    expect(raised.hasCurve).toBe(true);

    scene.platform.control.setOfficial('facebook-login', 'High disruptions', WORDS, feed.clock.now());
    await feed.seconds(40);
    expect(await scene.nextReading()).toMatchObject({
      entry: { status: 'outage', official: { text: WORDS } },
    });
    await eventually('certainty', async () => (await scene.cardNow())?.certainty === 'confident');
    const known = await scene.card('outage');
    expect(known.reasons.map(({ evidence }) => evidence)).toEqual(
      expect.arrayContaining(['feed-outage', 'official-issue']),
    );
    const row = await readRow(scene);
    expect(row).toMatchObject({ status: 'outage', hasCurve: true });
    expect(row.quotations.join('\n')).toContain(WORDS);
  });
};
