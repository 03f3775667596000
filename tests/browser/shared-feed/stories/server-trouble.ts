import { expect, it } from 'vitest';
import { runFeed, startFeedProcess } from '../../../feed/server/feed-process.ts';
import { ownErrors } from '../../extension/own-errors.ts';
import { eventually } from '../../harness/eventually.ts';
import { published } from '../published.ts';
import { FEED_BASE } from '../real-feed.ts';
import type { Scene } from '../scene.ts';

/** Starts the server as its operator does, the platform before it; resolves when it has a feed above `sequence`. */
const operate = async ({ home, platform }: Scene, data: string, sequence = 0) => {
  const words = [
    '--port',
    '0',
    '--data',
    data,
    '--sources',
    home.sources,
    '--base',
    FEED_BASE,
    '--trust-proxy',
  ];
  const server = await startFeedProcess(...words);
  Object.assign(platform.feedFront, { to: server.base, mode: 'pass', clock: null });
  await eventually('a feed', async () => ((await published(server.base))?.sequence ?? 0) > sequence);
  return server;
};

export const serverTroubleStories = (at: () => Scene): void => {
  it('the server is stopped in the middle and started again: what was said stands, and the feed goes on', async () => {
    const scene = at();
    const data = await scene.home.freshData();
    const first = await operate(scene, data);
    await scene.signIn();
    expect(await scene.throwOut()).toMatchObject({ cause: 'unclear' });
    expect((await scene.feedSeen()).at(-1)).toMatchObject({ state: 'verified' });
    const before = await scene.sequenceHeld();
    expect(before).not.toBeNull();

    expect(await first.end('SIGTERM')).toBe(0);
    expect(await scene.nextReading()).toMatchObject({ state: 'unreachable' });
    expect(await scene.card('unclear')).toMatchObject({ alarm: 'watch' });
    expect(await scene.badge()).toBe('?');

    await operate(scene, data, before ?? 0);
    expect(await scene.nextReading()).toMatchObject({ state: 'verified' });
    expect(await scene.sequenceHeld()).toBeGreaterThan(before ?? Infinity);
    expect(await ownErrors(scene.browser)).toEqual([]);
  }, 120_000);

  it('the server is gone and its last word has expired: the feed line says that it is not reachable', async () => {
    const scene = at();
    await scene.signIn();
    await scene.home.start(-9.8);
    await scene.throwOut();
    expect((await scene.feedSeen()).at(-1)).toMatchObject({ state: 'verified' });
    await scene.home.stop();
    expect(await scene.nextReading()).toMatchObject({ state: 'unreachable' });
    await eventually('the feed line', async () => (await scene.feedLine()).state === 'unreachable');
    expect(await scene.card('unclear')).toMatchObject({ alarm: 'watch' });
  });

  it('its keys are rotated while the browser runs: each new one is accepted by itself, also in a new epoch', async () => {
    const scene = at();
    const feed = await scene.home.start(-5);
    await scene.signIn();
    await scene.throwOut();
    for (const words of [['rotate'], ['retire'], ['rotate', '--new-epoch']]) {
      const told = await runFeed('keys', ...words, '--data', feed.data);
      expect(told.code, told.err).toBe(0);
      await feed.reload();
      await feed.seconds(61);
      expect([words, await scene.nextReading()]).toMatchObject([words, { state: 'verified' }]);
      expect(await scene.sequenceHeld()).toBe(feed.sequence());
    }
  });

  it.each([
    ['ten minutes behind', -10.2],
    ['an hour ahead', 60],
  ])(
    'its clock is %s: the feed is not taken for the truth, and the popup says why',
    async (_how, minutes) => {
      const scene = at();
      scene.platform.control.setOfficial('facebook-login', 'High disruptions');
      await scene.home.start(minutes);
      await scene.signIn();
      expect(await scene.throwOut()).toMatchObject({ cause: 'unclear' });
      const card = await scene.card('unclear');
      expect(card.reasons.map(({ evidence }) => evidence)).not.toContain('feed-outage');
      expect(await scene.sequenceHeld()).toBeNull();

      await scene.home.start(0);
      expect(await scene.nextReading()).toMatchObject({ state: 'verified', entry: { status: 'outage' } });
      await scene.card('outage');
    },
  );
};
