import { expect, it } from 'vitest';
import type { Observation } from '../../../../lib/model/observation.ts';
import { homeOf } from '../../extension/person.ts';
import { eventually } from '../../harness/eventually.ts';
import type { Scene } from '../scene.ts';

const networkStates = async (scene: Scene): Promise<string[]> =>
  ((await scene.log()) as Observation[]).flatMap((seen) =>
    seen.kind === 'connectivity' ? [seen.state] : [],
  );

const failures = async (scene: Scene): Promise<number> =>
  ((await scene.log()) as Observation[]).filter((seen) => seen.kind === 'request' && seen.outcome === 'tls')
    .length;

export const badWayStories = (at: () => Scene): void => {
  it('a file of earlier is served again, still unexpired: it is refused as rolled back, and its all-clear counts for nothing', async () => {
    const scene = at();
    const { control, feedFront } = scene.platform;
    const feed = await scene.home.start(-5);
    await feed.seconds(60);
    await feedFront.save();
    control.setOfficial('facebook-login', 'High disruptions');
    await feed.seconds(60);
    await scene.signIn();
    await scene.throwOut();
    await scene.card('outage');
    const held = await scene.sequenceHeld();

    feedFront.mode = 'saved-file';
    expect(await scene.nextReading()).toMatchObject({ state: 'rolled-back' });
    expect(await scene.card('outage')).toMatchObject({ alarm: 'none' });
    expect(await scene.sequenceHeld()).toBe(held);

    feedFront.mode = 'pass';
    await feed.seconds(61);
    expect(await scene.nextReading()).toMatchObject({ state: 'verified', entry: { status: 'outage' } });
    expect(await scene.sequenceHeld()).toBeGreaterThan(held ?? Infinity);
  });

  it.each(['portal-page', 'portal-redirect'] as const)(
    'a captive portal before the feed (%s): there is no feed, and nothing of it is taken for one',
    async (mode) => {
      const scene = at();
      scene.platform.control.setOfficial('facebook-login', 'High disruptions');
      const feed = await scene.home.start(0);
      scene.platform.feedFront.mode = mode;
      await scene.signIn();
      expect(await scene.throwOut()).toMatchObject({ cause: 'unclear', alarm: 'watch' });
      const card = await scene.card('unclear');
      expect(card.reasons.filter(({ evidence }) => evidence.startsWith('feed-'))).toEqual([]);
      expect(await scene.feedSeen()).toMatchObject([{ state: 'unreachable' }]);
      expect(await scene.feedLine()).toMatchObject({ state: 'unreachable' });
      expect(await scene.sequenceHeld()).toBeNull();
      // One witness alone could be that one host.
      expect(await networkStates(scene)).not.toContain('captive-portal');

      scene.platform.feedFront.mode = 'pass';
      await feed.seconds(61);
      expect(await scene.nextReading()).toMatchObject({ state: 'verified' });
      await scene.card('outage');
    },
  );

  it('a captive portal before everything: the network is named and stays so, not Facebook and nobody’s hand', async () => {
    const scene = at();
    await scene.home.start(0);
    await scene.signIn();
    scene.platform.control.setPortal('foreign-certificate');
    await scene.tab.goto(homeOf('facebook'));
    await scene.tab.goto(homeOf('facebook'));
    expect(await scene.card('network')).toMatchObject({ alarm: 'none' });
    expect(await scene.feedSeen()).toMatchObject([{ state: 'unreachable' }]);

    // The person tries again: that the browser has a link makes it no more online than before.
    const before = await failures(scene);
    await scene.tab.goto(homeOf('facebook'));
    await eventually('the next failure in the log', async () => (await failures(scene)) > before);
    expect(await networkStates(scene)).toEqual(['online', 'captive-portal']);
    expect(await scene.cardNow()).toMatchObject({ cause: 'network', alarm: 'none' });
    expect(await scene.badge()).toBe('~');
  });
};
