import { describe, expect, it } from 'vitest';
import { signedIn } from '../../fixtures/app/fake-parts.ts';
import { stage } from '../../fixtures/app/stage.ts';

const answered = (service: 'facebook' | 'instagram', status = 200) => ({
  service,
  tabId: 1,
  url: `https://www.${service}.com/`,
  status,
});

describe('the way back', () => {
  it('asks the page that has just loaded what it shows, since a signed-in page does not report itself', async () => {
    const show = await stage();
    show.background.navigationAnswered(answered('facebook'));
    await show.pass(3_000);
    expect(show.world.askedPages).toEqual([]);
    await show.thrownOut();
    await show.page('login');
    show.background.navigationAnswered(answered('facebook'));
    await show.pass(3_000);
    expect(show.world.askedPages).toContain(1);
  });

  it('is seen although pages load in quick succession around the sign-in', async () => {
    const show = await stage();
    await show.thrownOut();
    await show.page('login');
    await show.pass(60_000);
    show.background.navigationAnswered(answered('facebook'));
    await show.pass(500);
    await show.background.fromContent(
      { type: 'sign-in-sent' },
      { tabId: 1, store: '0', url: 'https://www.facebook.com/login/' },
    );
    await show.cookie({ cause: 'explicit', removed: false }, signedIn());
    await show.pass(500);
    show.background.navigationAnswered(answered('facebook'));
    await show.pass(3 * 60_000);
    expect(await show.incident()).toMatchObject({ closedBy: 'recovered' });
    expect(show.world.badge).toBe('none');
  });

  it('without a lost session takes two successes', async () => {
    const show = await stage();
    for (const _try of [1, 2]) {
      show.background.navigationAnswered(answered('facebook', 503));
      await show.pass(6_000);
    }
    expect(await show.incident()).toMatchObject({ closedAt: null });
    show.background.navigationAnswered(answered('facebook'));
    await show.pass(7_000);
    show.background.navigationAnswered(answered('facebook'));
    await show.pass(5 * 60_000);
    expect(await show.incident()).toMatchObject({ closedBy: 'recovered' });
  });
});

describe('retention', () => {
  it('lets go at the start of the browser of what is older than the person wants', async () => {
    const show = await stage();
    await show.thrownOut();
    await show.page('login');
    const { id } = (await show.incident()) ?? { id: '' };
    await show.background.fromPages({ type: 'close-incident', incident: id });
    show.world.settings = { ...show.world.settings, retention: { months: 1, incidents: 1000 } };
    show.world.now += 40 * 86_400_000;
    show.kill();
    show.background.browserStarted();
    await show.settle();
    expect(await show.incident()).toBeNull();
    expect(await show.observations()).toEqual([]);
  });
});
