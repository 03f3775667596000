import { describe, expect, it } from 'vitest';
import { stage } from '../../fixtures/app/stage.ts';

const FOREIGN = 'net::ERR_CERT_AUTHORITY_INVALID';

/** Behind a captive portal: foreign certificates wherever one looks, and no feed. */
const behindPortal = async () => {
  const show = await stage();
  show.world.frontDoor = { type: 'failed', error: FOREIGN };
  show.world.feed = {
    observations: [],
    reading: 'absent:unreachable',
    standing: false,
    tampered: false,
    unreachable: true,
  };
  const visit = async () => {
    show.background.navigationFailed({
      service: 'facebook',
      tabId: 1,
      url: 'https://www.facebook.com/',
      error: FOREIGN,
    });
    await show.settle();
  };
  const states = async () =>
    (await show.observations()).flatMap((seen) => (seen.kind === 'connectivity' ? [seen.state] : []));
  await visit();
  return { ...show, visit, states };
};

describe('a captive portal', () => {
  it('stands while the browser only has its link: trying again is no word of a good network', async () => {
    const show = await behindPortal();
    expect(await show.states()).toEqual(['online', 'captive-portal']);
    await show.pass(20_000);
    await show.visit();
    await show.pass(70_000);
    expect((await show.states()).at(-1)).toBe('captive-portal');
    expect(await show.states()).toEqual(['online', 'captive-portal']);
    expect(await show.verdict()).toMatchObject({ cause: 'network', alarm: 'none' });
  });

  it('is of the link on which it was seen: a browser that goes online anew is online', async () => {
    const show = await behindPortal();
    show.background.connectivityChanged(true);
    await show.settle();
    expect((await show.states()).at(-1)).toBe('online');
  });

  it('is forgotten when nothing has told of it for two minutes', async () => {
    const show = await behindPortal();
    show.world.frontDoor = { type: 'answered', status: 200, foreign: false };
    await show.pass(3 * 60_000);
    await show.visit();
    expect(await show.states()).toContain('online');
    expect((await show.states()).lastIndexOf('online')).toBeGreaterThan(1);
  });
});
