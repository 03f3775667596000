import { describe, expect, it } from 'vitest';
import { allowed, logged, MINUTE, shown, signedOut, word } from '../../fixtures/app/official-page.ts';
import { stage } from '../../fixtures/app/stage.ts';

describe('the official page, read by the extension itself', () => {
  it('is not asked while nothing is wrong', async () => {
    const show = await allowed();
    show.background.navigationAnswered({
      service: 'facebook',
      tabId: 1,
      url: 'https://www.facebook.com/',
      status: 200,
    });
    await show.pass(10 * MINUTE);
    expect(show.world.askedOfficial).toEqual([]);
  });

  it('is not asked without the permission, and nobody is told', async () => {
    const show = await stage();
    await signedOut(show);
    await show.pass(30 * MINUTE);
    expect(show.world.askedOfficial).toEqual([]);
    expect(show.world.bugs).toEqual([]);
    expect(await shown(show)).toEqual({ officialPages: 'not-granted', official: null });
  });

  it('is asked at the first suspicion for the service and those that share its sign-in, and names the outage', async () => {
    const show = await allowed();
    await show.thrownOut();
    expect(show.world.askedOfficial).toEqual([['facebook', 'messenger']]);
    await show.page('login');
    await show.pass(5_000);
    expect(await logged(show)).toMatchObject([
      { service: 'facebook', source: 'metastatus', status: 'outage', statusAt: word().at },
    ]);
    expect(await show.verdict()).toMatchObject({ cause: 'outage', certainty: 'likely' });
    expect(await shown(show)).toEqual({ officialPages: 'granted', official: word() });
  });

  it('is official word only: silent, it says nothing against anybody and closes nothing', async () => {
    const [show, other] = [await allowed(word({ status: 'operational', text: null })), await stage()];
    for (const one of [show, other]) {
      await signedOut(one);
      await one.pass(10 * MINUTE);
    }
    expect(await show.verdict()).toEqual(await other.verdict());
    expect(await show.incident()).toMatchObject({ closedAt: null });
  });

  it('closes no incident when it says that the trouble is over', async () => {
    const show = await allowed();
    await signedOut(show);
    show.world.official = new Map([
      ['facebook', word({ status: 'resolved', at: '2026-11-24T12:04:00.000Z' })],
    ]);
    await show.pass(20 * MINUTE);
    expect((await logged(show)).map((one) => 'status' in one && one.status)).toEqual(['outage', 'resolved']);
    expect(await show.incident()).toMatchObject({ closedAt: null });
  });

  it('is asked every five minutes while the incident is open, and no more when it is over', async () => {
    const show = await allowed();
    await signedOut(show);
    await show.pass(31 * MINUTE);
    const asked = show.world.askedOfficial.length;
    expect(asked).toBeGreaterThanOrEqual(6);
    expect(asked).toBeLessThanOrEqual(7);
    const { id } = (await show.incident()) ?? { id: '' };
    await show.background.fromPages({ type: 'close-incident', incident: id });
    await show.pass(30 * MINUTE);
    expect(show.world.askedOfficial).toHaveLength(asked);
  });

  it('is logged once for each word, and an issue that stands again after a quarter of an hour', async () => {
    const show = await allowed(word({ status: 'operational', text: null, at: null }));
    await signedOut(show);
    await show.pass(30 * MINUTE);
    expect(await logged(show)).toHaveLength(1);
    show.world.official = new Map([
      ['facebook', word({ status: 'operational', text: null, at: '2026-11-24T12:29:00.000Z' })],
    ]);
    await show.pass(6 * MINUTE);
    expect(await logged(show)).toHaveLength(1);
    show.world.official = new Map([['facebook', word()]]);
    await show.pass(16 * MINUTE);
    const issues = (await logged(show)).slice(1);
    expect(issues.length).toBeGreaterThanOrEqual(1);
    await show.pass(30 * MINUTE);
    expect((await logged(show)).length - issues.length - 1).toBe(2);
  });

  it('without a time of its own is logged as of the reading', async () => {
    const show = await allowed(word({ at: null }));
    await signedOut(show);
    const [seen] = await logged(show);
    expect(seen).toMatchObject({ statusAt: seen?.at });
  });

  it('is asked again when the person presses "Check again", once a minute', async () => {
    const show = await allowed();
    await signedOut(show);
    const press = async (): Promise<number> => {
      await show.background.fromPages({ type: 'check-again', service: 'facebook' });
      await show.settle();
      return show.world.askedOfficial.length;
    };
    expect(await press()).toBe(1);
    show.world.now += MINUTE;
    expect(await press()).toBe(2);
    show.world.now += MINUTE - 1;
    expect(await press()).toBe(2);
    show.world.now += 1;
    expect(await press()).toBe(3);
  });

  it('that cannot be read is asked ever more seldom, changes nothing, and is asked at once by the person', async () => {
    const show = await allowed();
    await signedOut(show);
    const before = await logged(show);
    show.world.official = null;
    await show.pass(3 * 60 * MINUTE);
    const asked = show.world.askedOfficial.length;
    // After 5, 10, 20, 40 minutes and then every hour.
    expect(asked).toBeGreaterThanOrEqual(5);
    expect(asked).toBeLessThanOrEqual(7);
    expect(await logged(show)).toEqual(before);
    await show.background.fromPages({ type: 'check-again', service: 'facebook' });
    await show.settle();
    expect(show.world.askedOfficial).toHaveLength(asked + 1);
  });

  it('that no longer says a word that is known is quoted no more', async () => {
    const show = await allowed();
    await signedOut(show);
    show.world.official = new Map();
    await show.pass(6 * MINUTE);
    expect((await shown(show)).official).toBeNull();
  });

  it('is not asked about a service of another company', async () => {
    const show = await allowed();
    show.world.settings = { ...show.world.settings, watched: ['x'] };
    await show.background.fromPages({ type: 'signed-out', service: 'x' });
    await show.pass(10 * MINUTE);
    expect(show.world.askedOfficial).toEqual([]);
  });

  it('is waited for no longer than the clock says, also when that was set back', async () => {
    const show = await allowed();
    await signedOut(show);
    show.world.now -= 24 * 60 * MINUTE;
    await show.background.fromPages({ type: 'refresh' });
    await show.settle();
    expect(show.world.askedOfficial).toHaveLength(2);
  });

  it('survives a killed worker: what was read is shown, and it is not asked again before its time', async () => {
    const show = await allowed();
    await signedOut(show);
    show.kill();
    await show.background.fromPages({ type: 'refresh' });
    await show.settle();
    expect(show.world.askedOfficial).toHaveLength(1);
    expect((await shown(show)).official).toEqual(word());
  });
});
