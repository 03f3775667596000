import { beforeAll, expect, it } from 'vitest';
import { Probe, PROBE, signIn } from '../ground-facts/probe.ts';
import { inBothBrowsers } from './both-browsers.ts';
import type { Tab } from './browser-under-test.ts';
import { eventually } from './eventually.ts';

const INSTAGRAM = 'https://www.instagram.com/';

inBothBrowsers('the harness', { extension: () => PROBE }, (stage) => {
  let probe: Probe;
  let tab: Tab;
  beforeAll(async () => {
    probe = await Probe.open(stage.browser);
    tab = await stage.browser.newTab();
  });

  it('reads a toast in a closed shadow root that the page can’t look into', async () => {
    await tab.goto(INSTAGRAM);
    const toast = await tab.waitForToast();
    expect(toast).toMatchObject({ service: 'instagram', cause: 'outage', alarm: 'none' });
    expect(toast.text).toBe('It looks like Instagram is down. Why?');
    expect(toast.buttons.map(({ label }) => label)).toEqual(['Why?', 'Close']);
    expect(await tab.evaluate(() => document.querySelector('[data-oh-toast]')?.shadowRoot === null)).toBe(
      true,
    );
  });

  it('presses the toast’s buttons as a person does', async () => {
    await tab.pressToast('action');
    await tab.waitUntil(() => document.documentElement.dataset['pressed'] === 'Why? true');
    await tab.pressToast('close');
    await tab.waitUntil(() => document.documentElement.dataset['pressed'] === 'Close true');
    expect(await tab.readToast()).toBeNull();
  });

  it('sees what the extension stores, and the secrets in it', async () => {
    await signIn(tab, stage.platform);
    expect(stage.platform.secrets.foundIn(await stage.browser.storedText())).toEqual([]);
    const password = stage.platform.accounts[0]?.password ?? '';
    await stage.browser.inExtension(async (secret) => {
      await chrome.storage.local.set({ kept: { deep: [secret] } });
      await new Promise<void>((resolve) => {
        const opening = indexedDB.open('kept', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('things');
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      });
    }, password);
    const stored = await stage.browser.storedText();
    expect(stage.platform.secrets.foundIn(stored)).toEqual(['password']);
    expect(stored).toContain('"things"');
  });

  it('tells the requests of the extension from those of pages', async () => {
    stage.platform.requests.clear();
    await tab.goto('https://www.facebook.com/');
    await probe.ask({ deed: 'fetch', url: 'https://www.facebook.com/own' });
    expect(stage.platform.requests.fromExtensions().map(({ path }) => path)).toEqual(['/own']);
  });

  it('reads badge and notifications', async () => {
    await stage.browser.inExtension(async () => {
      await chrome.action.setBadgeText({ text: '?' });
      await chrome.notifications.create('told', {
        type: 'basic',
        title: 'Told',
        message: 'Once',
        iconUrl:
          'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      });
    });
    expect(await stage.browser.badge()).toBe('?');
    await eventually('the notification', async () => (await stage.browser.notifications()).includes('told'));
  });

  it('kills the background, which the next message starts again', async () => {
    await stage.browser.killBackground();
    expect(await probe.ask({ deed: 'facts' })).toMatchObject({ browserGlobal: 'object' });
  });

  it('collects uncaught errors of the background', async () => {
    await probe.ask({ deed: 'fail' });
    await eventually('the error', async () =>
      (await stage.browser.errors()).some((error) => error.includes('thrown by the probe')),
    );
  });

  it('makes a host fail and come back, also for the background that was started anew', async () => {
    await stage.browser.failHost('www.facebook.com', 'not-found');
    expect((await tab.goto('https://www.facebook.com/')).error).toMatch(/NAME_NOT_RESOLVED|UNKNOWN_HOST/);
    expect(String(await probe.ask({ deed: 'fetch', url: 'https://www.facebook.com/' }))).toContain(
      'TypeError',
    );
    await stage.browser.healHosts();
    expect((await tab.goto('https://www.facebook.com/')).error).toBeNull();
    expect(await probe.ask({ deed: 'fetch', url: 'https://www.facebook.com/' })).toBe(200);
  });

  it('reads a hostile page, whatever its script has changed', async () => {
    await stage.browser.clearCookies();
    await signIn(tab, stage.platform);
    await tab.goto('https://www.facebook.com/groups/hostile/?mutations=1000');
    await tab.waitUntil(() => [].includes(1 as never) && document.title === 'Facebook');
    expect(await tab.evaluate(() => ({ list: [1, 2], feed: document.title }))).toEqual({
      list: [1, 2],
      feed: 'Facebook',
    });
    expect(await tab.readToast()).toBeNull();
    await tab.goto('about:blank');
  });

  it('takes the hosts back from the extension and gives them again', async () => {
    const origins = () =>
      stage.browser.inExtension(async () => (await chrome.permissions.getAll()).origins ?? []);
    await stage.browser.setHostAccess(false);
    expect(await origins()).toEqual([]);
    await stage.browser.setHostAccess(true);
    expect([...(await origins())].sort()).toEqual(['https://*.facebook.com/*', 'https://*.instagram.com/*']);
  });

  it('starts again with cookies and storage as they were', async () => {
    await stage.browser.restart();
    expect((await stage.browser.cookies('facebook.com')).map(({ name }) => name)).toContain('xs');
    const back = await stage.browser.newTab('https://www.facebook.com/');
    await back.waitUntil(() => document.querySelector('[role=feed]') !== null);
    expect(await stage.browser.storedText()).toContain('"kept"');
  });
});
