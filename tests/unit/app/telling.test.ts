import { describe, expect, it } from 'vitest';
import type { FeedReading } from '../../../lib/app/parts.ts';
import type { FeedEntry } from '../../../lib/model/feed.ts';
import { DEFAULT_SETTINGS } from '../../../lib/model/settings.ts';
import { toTimestamp } from '../../../lib/model/timestamp.ts';
import type { ServiceTab } from '../../../lib/browser/ports.ts';
import { stage } from '../../fixtures/app/stage.ts';

const tab = (over: Partial<ServiceTab> = {}): ServiceTab => ({
  id: 1,
  service: 'facebook',
  store: '0',
  active: true,
  focused: true,
  ...over,
});

describe('telling the person', () => {
  it('is a toast in the tab in front, and no notification', async () => {
    const show = await stage();
    show.world.tabs = [tab(), tab({ id: 2, active: false })];
    await show.thrownOut();
    await show.page('login');
    expect(show.world.injectedToasts).toContain(1);
    expect(show.world.injectedToasts).not.toContain(2);
    expect(show.world.notified).toBe(0);
    expect(show.world.badge).toBe('watch');
  });

  it('is a notification when no tab of the service is in front', async () => {
    const show = await stage();
    show.world.tabs = [tab({ active: false })];
    await show.thrownOut();
    await show.page('login');
    const [notification] = [...show.world.notifications.values()];
    expect(notification?.title).toContain('Facebook');
    expect(notification?.urgent).toBe(false);
  });

  it('is a toast in the next page of the service where nobody looked at one, once', async () => {
    const show = await stage();
    show.world.tabs = [tab({ active: false })];
    await show.thrownOut();
    await show.page('login');
    await show.pass(5 * 60_000);
    expect(show.world.injectedToasts).toEqual([]);
    await show.page(null);
    expect(show.world.injectedToasts).toEqual([1]);
    await show.background.fromContent(
      { type: 'toast-ready' },
      { tabId: 1, store: '0', url: 'https://www.facebook.com/login/' },
    );
    await show.page(null);
    expect(show.world.injectedToasts).toEqual([1]);
  });

  it('changes the toast that stands instead of putting a second one', async () => {
    const show = await stage();
    show.world.tabs = [tab()];
    await show.thrownOut();
    await show.page('login');
    const before = show.world.injectedToasts.length;
    await show.background.fromContent(
      { type: 'sign-in-sent' },
      { tabId: 1, store: '0', url: 'https://www.facebook.com/login/' },
    );
    await show.page('old-password');
    expect(show.world.toasts.at(-1)?.toast).toMatchObject({ alarm: 'act', role: 'alert' });
    expect(show.world.injectedToasts.slice(before).every((id) => id === 1)).toBe(true);
    expect(show.world.badge).toBe('act');
  });

  it('gives the toast script its words, once it asks, until it is closed', async () => {
    const show = await stage();
    show.world.tabs = [tab()];
    const sender = { tabId: 1, store: '0', url: 'https://www.facebook.com/login/' };
    expect(await show.background.fromContent({ type: 'toast-ready' }, sender)).toBeNull();
    await show.thrownOut();
    await show.page('login');
    const content = (await show.background.fromContent({ type: 'toast-ready' }, sender)) as {
      incident: string;
    };
    expect(content).toMatchObject({ service: 'facebook', alarm: 'watch' });
    await show.background.fromContent({ type: 'toast-closed', incident: content.incident }, sender);
    expect(await show.background.fromContent({ type: 'toast-ready' }, sender)).toBeNull();
  });

  it('follows to no page where the person wants no toasts', async () => {
    const show = await stage();
    show.world.settings = {
      ...show.world.settings,
      notify: { ...DEFAULT_SETTINGS.notify, toast: false },
    };
    show.world.tabs = [tab()];
    await show.thrownOut();
    await show.page('login');
    await show.page('old-password');
    await show.page(null);
    expect(show.world.injectedToasts).toEqual([]);
    expect(show.world.notified).toBeGreaterThan(0);
  });

  it('opens what the popup shows when the toast or the notification is pressed', async () => {
    const show = await stage();
    show.world.tabs = [tab()];
    await show.thrownOut();
    await show.page('login');
    const { id } = (await show.incident()) ?? { id: '' };
    await show.background.fromContent(
      { type: 'toast-pressed', incident: id },
      { tabId: 1, store: '0', url: 'https://www.facebook.com/login/' },
    );
    show.background.notificationClicked(id);
    await show.settle();
    expect(show.world.opened).toEqual([`popup:${id}`, `popup:${id}`]);
  });

  it('takes away the toast that was pressed, also when changed words have put it back meanwhile', async () => {
    const show = await stage();
    show.world.tabs = [tab()];
    await show.thrownOut();
    await show.page('login');
    const { id } = (await show.incident()) ?? { id: '' };
    const sender = { tabId: 1, store: '0', url: 'https://www.facebook.com/login/' };
    await show.background.fromContent({ type: 'toast-pressed', incident: id }, sender);
    await show.settle();
    expect(show.world.toasts.at(-1)).toEqual({ tabId: 1, toast: null });
  });

  it('keeps silent where the person wants neither toast nor notification, but the badge shows it', async () => {
    const show = await stage();
    show.world.tabs = [tab()];
    show.world.settings = {
      ...DEFAULT_SETTINGS,
      notify: { ...DEFAULT_SETTINGS.notify, toast: false, system: false },
    };
    await show.thrownOut();
    await show.page('login');
    expect(show.world.injectedToasts).toEqual([]);
    expect(show.world.notified).toBe(0);
    expect(show.world.badge).toBe('watch');
  });
});

describe('measuring under suspicion', () => {
  it('asks the front door at most once a minute, and only then', async () => {
    const show = await stage();
    await show.page('home');
    expect(show.world.askedFrontDoors).toEqual([]);
    await show.thrownOut();
    await show.page('login');
    await show.background.fromPages({ type: 'check-again', service: 'facebook' });
    await show.settle();
    expect(show.world.askedFrontDoors).toEqual(['facebook']);
    show.world.now += 61_000;
    await show.background.fromPages({ type: 'check-again', service: 'facebook' });
    await show.settle();
    expect(show.world.askedFrontDoors).toEqual(['facebook', 'facebook']);
  });

  it('does not ask when the person signed out', async () => {
    const show = await stage();
    show.background.signOutSent({
      service: 'facebook',
      tabId: 1,
      url: 'https://www.facebook.com/logout.php',
    });
    await show.thrownOut();
    await show.pass(3_000);
    expect(show.world.askedFrontDoors).toEqual([]);
  });

  it('takes a front door that throttles a stranger for no sign of anything', async () => {
    const show = await stage();
    show.world.frontDoor = { type: 'answered', status: 429, foreign: false };
    await show.thrownOut();
    await show.page('login');
    expect((await show.observations()).filter(({ kind }) => kind === 'request')).toEqual([]);
  });

  it('finds a captive portal by two witnesses', async () => {
    const show = await stage();
    show.world.frontDoor = { type: 'failed', error: 'net::ERR_CERT_AUTHORITY_INVALID' };
    show.world.feed = {
      observations: [],
      reading: 'absent:unreachable',
      standing: false,
      tampered: false,
      unreachable: true,
    };
    show.background.navigationFailed({
      service: 'facebook',
      tabId: 1,
      url: 'https://www.facebook.com/',
      error: 'net::ERR_CERT_AUTHORITY_INVALID',
    });
    await show.settle();
    expect(await show.observations()).toContainEqual(
      expect.objectContaining({ kind: 'connectivity', state: 'captive-portal' }),
    );
    expect(await show.verdict()).toMatchObject({ cause: 'network', alarm: 'none' });
  });

  it('keeps no alarm set while nothing is open', async () => {
    const show = await stage();
    await show.page('home');
    expect([...show.world.alarms.keys()]).toEqual([]);
  });
});

describe('a feed that was read before', () => {
  const entry: FeedEntry = {
    status: 'operational',
    confidence: 0.9,
    since: null,
    scope: 'unknown',
    symptoms: {},
    reports: null,
    official: null,
    probes: null,
  };
  const verifiedAt = (at: number, standing: boolean): FeedReading => ({
    observations: [
      { at: toTimestamp(at), service: 'facebook', kind: 'feed', state: 'verified', age: 1, ttl: 599, entry },
    ],
    reading: 'verified:1:7',
    standing,
    tampered: false,
    unreachable: false,
  });
  const failed = {
    service: 'facebook',
    tabId: 1,
    url: 'https://www.facebook.com/',
    error: 'NS_ERROR_OFFLINE',
  } as const;
  const feedStates = async (show: Awaited<ReturnType<typeof stage>>) =>
    (await show.observations()).filter((seen) => seen.kind === 'feed').map((seen) => seen.state);

  it('is no sign that the network is back, however often it is looked at', async () => {
    const show = await stage();
    show.world.feed = verifiedAt(show.world.now, true);
    await show.pass(2_000);
    show.background.navigationFailed(failed);
    await show.settle();
    show.world.feed = {
      observations: [
        { at: toTimestamp(show.world.now), service: 'facebook', kind: 'feed', state: 'unreachable' },
      ],
      reading: 'absent:unreachable',
      standing: false,
      tampered: false,
      unreachable: true,
    };
    await show.pass(6_000);
    show.background.navigationFailed(failed);
    await show.settle();
    show.world.feed = verifiedAt(show.world.now - 8_000, true);
    await show.pass(6_000);
    show.background.navigationFailed(failed);
    await show.settle();
    expect(await feedStates(show)).toEqual(['verified', 'unreachable']);
    expect(await show.verdict()).toMatchObject({ cause: 'network', alarm: 'none' });
  });

  it('is news again when it was asked and is there again', async () => {
    const show = await stage();
    for (const standing of [true, false]) {
      show.world.feed = verifiedAt(show.world.now, standing);
      show.background.navigationFailed(failed);
      await show.pass(6_000);
      show.world.feed = {
        ...show.world.feed,
        observations: [],
        reading: 'absent:unreachable',
        standing: false,
      };
      show.background.navigationFailed(failed);
      await show.pass(6_000);
    }
    expect(await feedStates(show)).toEqual(['verified', 'verified']);
  });
});
