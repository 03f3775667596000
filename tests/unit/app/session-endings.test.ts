import { describe, expect, it } from 'vitest';
import { stage } from '../../fixtures/app/stage.ts';
import { signedIn, signedOut, T0 } from '../../fixtures/app/fake-parts.ts';

const endings = async (show: Awaited<ReturnType<typeof stage>>) =>
  (await show.observations()).filter((seen) => seen.kind === 'session' && seen.change === 'ended');

describe('a session that ends', () => {
  it('counts two seconds after the server took the cookie', async () => {
    const show = await stage();
    await show.thrownOut();
    await show.pass(1_900);
    expect(await endings(show)).toEqual([]);
    await show.pass(200);
    expect(await endings(show)).toMatchObject([
      { by: 'server', service: 'facebook', account: expect.any(String) },
    ]);
    expect(await show.incident()).toMatchObject({ service: 'facebook', closedAt: null });
  });

  it('counts at once when the sign-in page shows as a second sign', async () => {
    const show = await stage();
    await show.thrownOut();
    await show.page('login');
    expect(await endings(show)).toHaveLength(1);
    expect(show.world.now).toBe(T0);
  });

  it('does not count when the server only blanked the cookie for a moment', async () => {
    const show = await stage();
    await show.thrownOut();
    await show.cookie({ cause: 'explicit', removed: false }, signedIn());
    await show.pass(5_000);
    expect(await endings(show)).toEqual([]);
    expect(await show.incident()).toBeNull();
  });

  it('counts also when it was taken back before the jar was looked at', async () => {
    const show = await stage();
    await show.thrownOut();
    await show.pass(3_000);
    const set = { cause: 'explicit', removed: false } as const;
    const taken = { cause: 'expired_overwrite' } as const;
    await show.cookie({ ...set, name: 'c_user' }, signedOut());
    await show.cookie({ ...set, name: 'xs' }, signedOut());
    await show.cookie({ ...taken, name: 'c_user' }, signedOut());
    await show.cookie({ ...taken, name: 'xs' }, signedOut());
    await show.pass(3_000);
    const sessions = (await show.observations()).flatMap((seen) =>
      seen.kind === 'session' && seen.service === 'facebook' ? [seen.change] : [],
    );
    expect(sessions).toEqual(['started', 'ended', 'started', 'ended']);
  });

  it('does not begin with one of its cookies alone', async () => {
    const show = await stage();
    await show.thrownOut();
    await show.pass(3_000);
    await show.cookie({ cause: 'explicit', removed: false, name: 'c_user' }, signedOut());
    await show.pass(6_000);
    await show.cookie({ cause: 'explicit', removed: false, name: 'xs' }, signedOut());
    await show.pass(3_000);
    expect(await endings(show)).toHaveLength(1);
  });

  it('is nobody’s fault when the cookie is only renewed', async () => {
    const show = await stage();
    await show.cookie({ cause: 'overwrite' }, signedIn());
    await show.pass(5_000);
    expect(await endings(show)).toEqual([]);
  });

  it('is the person’s own when a sign-out request went before, and opens no incident', async () => {
    const show = await stage();
    show.background.signOutSent({
      service: 'facebook',
      tabId: 1,
      url: 'https://www.facebook.com/logout.php',
    });
    await show.thrownOut();
    await show.pass(3_000);
    expect(await endings(show)).toMatchObject([{ by: 'user' }]);
    expect(await show.incident()).toBeNull();
  });

  it('is a clearing when this browser removed the sessions of two services together', async () => {
    const show = await stage();
    const bare = signedOut({ device: false });
    await show.cookie({ service: 'facebook', cause: 'explicit' }, bare);
    show.world.now += 40;
    await show.cookie({ service: 'instagram', cause: 'explicit' }, bare);
    await show.pass(3_000);
    expect(await endings(show)).toMatchObject([
      { by: 'browser', deviceForgotten: true },
      { by: 'browser', deviceForgotten: true },
    ]);
    expect(await show.observations()).toContainEqual(expect.objectContaining({ kind: 'clearing', sites: 2 }));
    expect(await show.verdict()).toMatchObject({ cause: 'browser-cleared', alarm: 'none' });
  });

  it('is noticed at the next start when it happened while the browser was closed', async () => {
    const show = await stage();
    show.world.jar.set('0/facebook', signedOut());
    show.kill();
    show.background.browserStarted();
    await show.settle();
    expect(await endings(show)).toMatchObject([{ by: 'unknown', service: 'facebook' }]);
  });

  it('says nothing of a store that cannot be read', async () => {
    const show = await stage();
    show.world.jar.set('0/facebook', null);
    show.kill();
    show.background.browserStarted();
    await show.settle();
    await show.pass(5_000);
    expect(await endings(show)).toEqual([]);
  });

  it('is found by the page in Firefox, which tells nothing when its data are cleared', async () => {
    const show = await stage();
    show.world.explicitMeansLocal = false;
    show.world.jar.set('0/facebook', signedOut({ device: false }));
    await show.page('login');
    expect(await endings(show)).toMatchObject([
      { deviceForgotten: true, service: 'facebook', by: 'browser' },
    ]);
  });

  it('is found so also when the sign-in page has given out a new device cookie meanwhile', async () => {
    const show = await stage();
    show.world.explicitMeansLocal = false;
    show.world.jar.set('0/instagram', signedOut({ device: false }));
    const given = { role: 'device', name: 'datr', cause: 'explicit', removed: false } as const;
    await show.cookie(given, signedOut());
    await show.page('login');
    expect(await endings(show)).toMatchObject([
      { by: 'browser', service: 'facebook', deviceForgotten: true },
      { by: 'browser', service: 'instagram', deviceForgotten: true },
    ]);
    expect(await show.observations()).toContainEqual(expect.objectContaining({ kind: 'clearing', sites: 2 }));
  });

  it('is the server’s when it took the cookie, also of a browser that it first saw a moment ago', async () => {
    const show = await stage();
    await show.cookie({ role: 'device', name: 'datr', cause: 'explicit', removed: false }, signedIn());
    await show.thrownOut();
    await show.page('login');
    const [ending] = await endings(show);
    expect(ending).toMatchObject({ by: 'server', service: 'facebook' });
    expect(ending).not.toHaveProperty('deviceForgotten');
  });

  describe('in Firefox, which tells of cookies and of requests by two ways', () => {
    const inFirefox = async () => {
      const show = await stage();
      show.world.explicitMeansLocal = false;
      await show.cookie({ cause: 'explicit' }, signedOut());
      return show;
    };
    const seen = { service: 'facebook', tabId: 1, url: 'https://www.facebook.com/logout.php' } as const;

    it('counts at the second sign once the answer that took the cookie was seen', async () => {
      const show = await inFirefox();
      await show.page('login');
      expect(await endings(show)).toEqual([]);
      show.background.sessionCookieDeletedByServer(seen);
      await show.settle();
      expect(await endings(show)).toMatchObject([{ by: 'server', service: 'facebook' }]);
      expect(show.world.askedPages).toEqual([1]);
      expect(show.world.now).toBe(T0);
    });

    it('counts at the second sign at once when the answer came before', async () => {
      const show = await inFirefox();
      show.background.sessionCookieDeletedByServer(seen);
      await show.settle();
      expect(await endings(show)).toEqual([]);
      await show.page('login');
      expect(await endings(show)).toHaveLength(1);
      expect(show.world.now).toBe(T0);
    });

    it('is the server’s when the session alone was taken and the answer is never seen, after 0.6 seconds', async () => {
      const show = await inFirefox();
      await show.page('login');
      await show.pass(590);
      expect(await endings(show)).toEqual([]);
      await show.pass(50);
      expect(await endings(show)).toMatchObject([{ by: 'server', service: 'facebook' }]);
    });

    it('is the person’s own when word of the sign-out comes late', async () => {
      const show = await inFirefox();
      await show.page('login');
      await show.pass(150);
      show.background.signOutSent(seen);
      show.background.sessionCookieDeletedByServer(seen);
      await show.pass(5_000);
      expect(await endings(show)).toMatchObject([{ by: 'user' }]);
      expect(await show.incident()).toBeNull();
      expect(show.world.injectedToasts).toEqual([]);
    });
  });

  it('is not taken for a wipe when the device cookie was only replaced', async () => {
    const show = await stage();
    show.world.explicitMeansLocal = false;
    const device = { role: 'device', name: 'datr' } as const;
    await show.cookie({ ...device, cause: 'overwrite', removed: true }, signedOut());
    await show.cookie({ ...device, cause: 'explicit', removed: false }, signedOut());
    await show.page('login');
    expect(await endings(show)).toMatchObject([{ by: 'unknown', service: 'facebook' }]);
  });
});

describe('a worker that is killed', () => {
  it('after the end was logged and before that was noted does not log it twice', async () => {
    const show = await stage();
    await show.thrownOut();
    const before = { run: show.run.value, book: show.book.value };
    await show.page('login');
    expect(await endings(show)).toHaveLength(1);
    show.run.value = before.run;
    show.book.value = before.book;
    show.kill();
    await show.page('login');
    await show.pass(3_000);
    expect(await endings(show)).toHaveLength(1);
  });

  it('between the vanished cookie and the end still counts the end, when the alarm wakes it', async () => {
    const show = await stage();
    await show.thrownOut();
    show.kill();
    show.world.now += 31_000;
    await show.ring();
    expect(await endings(show)).toMatchObject([{ by: 'server' }]);
    expect(await show.incident()).not.toBeNull();
  });

  it('after the end was logged and before the rest was written logs it only once', async () => {
    const show = await stage();
    const stale = structuredClone(show.book.value);
    await show.thrownOut();
    await show.pass(3_000);
    await show.parts.book.write(stale);
    show.kill();
    show.background.browserStarted();
    await show.settle();
    await show.pass(5_000);
    expect(await endings(show)).toHaveLength(1);
  });

  it('tells nothing twice', async () => {
    const show = await stage();
    show.world.tabs = [{ id: 1, service: 'facebook', store: '0', active: false, focused: true }];
    await show.thrownOut();
    await show.page('login');
    expect(show.world.notified).toBe(1);
    show.kill();
    show.background.alarm('recheck');
    await show.settle();
    expect(show.world.notified).toBe(1);
  });
});
