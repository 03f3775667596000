import { beforeEach, expect, it, vi } from 'vitest';
import { standingFeed } from '../../../lib/browser/standing-feed.ts';
import { FIRST, makeWorld, type World } from './client-setup.ts';
import { MINUTE, NOW } from './signing-kit.ts';

const chosen = vi.hoisted(() => ({
  area: {} as World['area'],
  config: { bases: [] as string[], trust: null as unknown },
}));
vi.mock('../../../lib/browser/storage-areas.ts', () => ({
  get localArea() {
    return chosen.area;
  },
}));
vi.mock('../../../lib/browser/chosen-feed.ts', () => ({ chosenFeed: async () => chosen.config }));

let world: World;
beforeEach(async () => {
  world = await makeWorld();
  chosen.area = world.area;
  chosen.config = { bases: [FIRST], trust: world.trust };
});

const line = async (at: number) => (await standingFeed('package', at)).line;

it('the page shows the feed as it was read, until its expiry, and asks nobody', async () => {
  await world.client([FIRST]).refresh('event');
  const asked = world.asked.length;
  const standing = await standingFeed('package', NOW + MINUTE);
  expect(standing).toMatchObject({
    line: { state: 'verified', clockOff: false },
    payload: { sequence: 100 },
  });
  expect(await standingFeed('package', NOW + 10 * MINUTE)).toMatchObject({
    line: { state: 'stale' },
    payload: null,
  });
  expect(world.asked).toHaveLength(asked);
});

it('the page is told that the clock seems wrong', async () => {
  world.headers = { date: new Date(NOW).toUTCString() };
  world.now = NOW + 60 * MINUTE;
  await world.client([FIRST]).refresh('event');
  expect(await line(world.now)).toEqual({ state: 'stale', issuedAt: null, clockOff: true });
  world.now = NOW;
  await world.client([FIRST]).refresh('event');
  expect(await line(world.now)).toMatchObject({ state: 'verified', clockOff: false });
});

it('the page is told that there is no feed, or that its trust cannot be used', async () => {
  chosen.config = { bases: [], trust: null };
  expect(await line(NOW)).toEqual({ state: 'none', issuedAt: null });
  chosen.config = { bases: [FIRST], trust: {} };
  expect(await line(NOW)).toEqual({ state: 'invalid', issuedAt: null });
});
