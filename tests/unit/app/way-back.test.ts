import { beforeEach, describe, expect, it } from 'vitest';
import { signedIn } from '../../fixtures/app/fake-parts.ts';
import { feedOnAir } from '../../fixtures/app/feed-on-air.ts';
import { stage, type Stage } from '../../fixtures/app/stage.ts';

const MINUTE = 60_000;
const OVER = 'The outage at Facebook seems to be over.';

let show: Stage;
let air: ReturnType<typeof feedOnAir>;

const titles = () => [...show.world.notifications.values()].map(({ title }) => title);
const toldOf = async (service: string) =>
  (await show.incidents.list({})).find((one) => one.service === service)?.notices.map(({ cause }) => cause);

beforeEach(async () => {
  show = await stage();
  air = feedOnAir(show);
});

const outage = async () => {
  await show.thrownOut();
  await show.page('login');
  await show.pass(3_000);
  expect(await show.verdict()).toMatchObject({ cause: 'outage', alarm: 'none' });
};

describe('while an incident is open and nothing moves', { timeout: 30_000 }, () => {
  it('the feed is asked every minute at first, then on its routine', async () => {
    await outage();
    await show.pass(40 * MINUTE);
    const since = (air.asked[0]?.at ?? 0) + 10 * MINUTE;
    const later = air.asked.filter(({ at }) => at > since);
    expect(air.asked.length - later.length).toBeLessThanOrEqual(11);
    expect(later.every(({ why }) => why === 'routine')).toBe(true);
    // Every 300 to 420 s in half an hour.
    expect(later.length).toBeGreaterThanOrEqual(4);
    expect(later.length).toBeLessThanOrEqual(6);
  });

  it('it is asked again after the browser was started again and has forgotten its alarms', async () => {
    await outage();
    show.kill();
    show.world.alarms.clear();
    show.world.now += 20 * MINUTE;
    const before = air.asked.length;
    show.background.browserStarted();
    await show.pass(MINUTE);
    expect(air.asked.length).toBeGreaterThan(before);
    expect(show.world.alarms.has('recheck')).toBe(true);
  });
});

describe('when the feed says that the outage is over', { timeout: 30_000 }, () => {
  it('the front door is asked, and who is still signed out is told once that one can try again', async () => {
    await outage();
    await show.pass(30 * MINUTE);
    const doors = show.world.askedFrontDoors.length;
    air.status = 'operational';
    await show.pass(9 * MINUTE);
    expect(show.world.askedFrontDoors.length).toBeGreaterThan(doors);
    expect(titles()).toEqual([OVER]);
    expect(await show.incident()).toMatchObject({ closedAt: null });
    const notified = show.world.notified;
    await show.pass(20 * MINUTE);
    expect(show.world.notified).toBe(notified);
    expect(await toldOf('facebook')).toEqual(['outage', null]);
  });

  it('the front door is asked in that moment where it was not asked within the last minute', async () => {
    await outage();
    await show.pass(30 * MINUTE);
    // The tabs are closed and the worker sleeps: only the feed's word arrives.
    show.world.alarms.clear();
    show.world.timers.length = 0;
    show.world.now += 9 * MINUTE;
    const before = show.world.askedFrontDoors.length;
    air.status = 'operational';
    await show.background.fromPages({ type: 'refresh' });
    await show.settle();
    expect(show.world.askedFrontDoors.slice(before)).toContain('facebook');
    await show.background.fromPages({ type: 'refresh' });
    await show.settle();
    expect(show.world.askedFrontDoors.slice(before).filter((id) => id === 'facebook')).toHaveLength(1);
  });

  it('nothing is told while the front door fails, and the verdict stays', async () => {
    await outage();
    await show.pass(30 * MINUTE);
    const before = titles();
    air.status = 'operational';
    show.world.frontDoor = { type: 'answered', status: 503, foreign: false };
    await show.pass(30 * MINUTE);
    expect(titles()).toEqual(before);
    expect(await show.verdict()).toMatchObject({ cause: 'outage' });
    show.world.frontDoor = { type: 'answered', status: 200, foreign: false };
    await show.pass(5 * MINUTE);
    expect(titles()).toEqual([OVER]);
  });

  it('nothing is told where the feed never knew of the outage', async () => {
    air.status = 'operational';
    for (const _try of [1, 2, 3]) {
      show.background.navigationAnswered({
        service: 'facebook',
        tabId: 1,
        url: 'https://www.facebook.com/',
        status: 503,
      });
      await show.pass(6_000);
    }
    await show.thrownOut();
    await show.page('error');
    await show.pass(20 * MINUTE);
    expect(await show.verdict()).toMatchObject({ cause: 'outage' });
    expect(titles()).not.toContain(OVER);
    expect(await toldOf('facebook')).not.toContain(null);
  });

  it('who gets in by then is told once, that it works again', async () => {
    await outage();
    await show.pass(30 * MINUTE);
    air.status = 'operational';
    await show.cookie({ cause: 'explicit', removed: false }, signedIn());
    await show.page('home');
    await show.pass(10 * MINUTE);
    expect(titles()).toEqual(['Facebook works again']);
    expect(await toldOf('facebook')).toEqual(['outage', null]);
    expect(show.world.badge).toBe('none');
  });

  it('who was told that one can try again, and gets in, is not told a second time', async () => {
    await outage();
    await show.pass(30 * MINUTE);
    air.status = 'operational';
    await show.pass(10 * MINUTE);
    const notified = show.world.notified;
    await show.cookie({ cause: 'explicit', removed: false }, signedIn());
    await show.page('home');
    await show.pass(10 * MINUTE);
    expect(await show.incident()).toMatchObject({ closedBy: 'recovered' });
    expect(show.world.notified).toBe(notified);
    expect(titles()).toEqual([]);
    expect(show.world.badge).toBe('none');
  });

  it('an outage that comes back is told again, and its end too', async () => {
    await outage();
    await show.pass(20 * MINUTE);
    for (const status of ['operational', 'outage', 'operational'] as const) {
      air.status = status;
      await show.pass(10 * MINUTE);
    }
    expect(await toldOf('facebook')).toEqual(['outage', null, 'outage', null]);
  });

  it('each of two services of one outage is told once', async () => {
    await show.thrownOut('facebook');
    await show.thrownOut('instagram');
    await show.page('login');
    await show.page('login', { url: 'https://www.instagram.com/accounts/login/', tabId: 2 });
    await show.pass(30 * MINUTE);
    air.status = 'operational';
    await show.pass(30 * MINUTE);
    for (const service of ['facebook', 'instagram'])
      expect((await toldOf(service))?.filter((cause) => cause === null)).toHaveLength(1);
    expect(titles().toSorted()).toEqual([OVER, 'The outage at Instagram seems to be over.']);
  });

  it('it counts as told where neither toast nor notification is wanted', async () => {
    const { notify } = show.world.settings;
    show.world.settings = { ...show.world.settings, notify: { ...notify, system: false, toast: false } };
    await outage();
    air.status = 'operational';
    await show.pass(20 * MINUTE);
    expect((await show.incident())?.notices).toEqual([]);
    show.world.settings = { ...show.world.settings, notify };
    await show.pass(10 * MINUTE);
    expect(titles()).toEqual([]);
  });
});

describe('a worker that is killed', { timeout: 30_000 }, () => {
  it('between the feed and the front door tells it once it lives again', async () => {
    await outage();
    await show.pass(30 * MINUTE);
    air.status = 'operational';
    show.world.frontDoor = { type: 'failed', error: 'unknown' };
    show.world.now += 7 * MINUTE;
    show.kill();
    await show.ring();
    show.kill();
    show.world.frontDoor = { type: 'answered', status: 200, foreign: false };
    await show.pass(5 * MINUTE);
    expect(titles()).toEqual([OVER]);
    expect((await toldOf('facebook'))?.filter((cause) => cause === null)).toHaveLength(1);
  });

  it('while it tells, tells it in the same place when it lives again', async () => {
    await outage();
    await show.pass(30 * MINUTE);
    const { show: really } = show.parts.notifications;
    let killed = 0;
    show.parts.notifications.show = async (...told) => {
      await really(...told);
      if (killed++ === 0) throw new Error('killed');
    };
    await show.cookie({ cause: 'explicit', removed: false }, signedIn());
    await show.page('home');
    await show.pass(10 * MINUTE);
    expect(killed).toBe(2);
    expect(titles()).toEqual(['Facebook works again']);
    expect(await toldOf('facebook')).toEqual(['outage', null]);
  });
});
