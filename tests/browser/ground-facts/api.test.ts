import { beforeAll, expect, it } from 'vitest';
import type { Tab } from '../harness/browser-under-test.ts';
import { inBothBrowsers } from '../harness/both-browsers.ts';
import { Probe, PROBE } from './probe.ts';

const HOME = 'https://www.facebook.com/';

inBothBrowsers('the extension API', { extension: () => PROBE }, (stage) => {
  const chromium = stage.name === 'chromium';
  let probe: Probe;
  let tab: Tab;
  beforeAll(async () => {
    probe = await Probe.open(stage.browser);
    tab = await stage.browser.newTab(HOME);
    await stage.browser.newTab('https://example.org/');
  });

  it('has a global `browser` in both; naming extraHeaders throws in Firefox', async () => {
    expect(await probe.ask({ deed: 'facts' })).toEqual({
      browserGlobal: 'object',
      sameObject: !chromium,
      extraHeaders: chromium ? 'allowed' : 'throws',
    });
  });

  it('lets listeners answer by a later call and by a promise', async () => {
    expect(await probe.ask({ answerBy: 'callback' })).toBe('by callback');
    expect(await probe.ask({ answerBy: 'promise' })).toBe('by promise');
    expect((await probe.ask({ answerBy: 'nobody' })) ?? null).toBeNull();
  });

  it('finds tabs by address, and tells addresses, with host permissions alone', async () => {
    const found = await probe.page.evaluate(async () => {
      const watched = await chrome.tabs.query({ url: ['https://*.facebook.com/*'] });
      const all = await chrome.tabs.query({});
      return { watched: watched.map(({ url }) => url), all: all.map(({ url }) => url ?? null) };
    });
    expect(found.watched).toEqual([HOME]);
    expect(found.all).not.toContain('https://example.org/');
    expect(found.all).toContain(null);
  });

  it('injects a script into a watched tab that is open', async () => {
    const title = await probe.page.evaluate(async () => {
      const [found] = await chrome.tabs.query({ url: ['https://*.facebook.com/*'] });
      const [done] = await chrome.scripting.executeScript({
        target: { tabId: found?.id ?? -1 },
        func: () => document.title,
      });
      return done?.result ?? null;
    });
    expect(title).toBe(await tab.title());
  });

  it('refuses to inject into the browser’s own error page', async () => {
    await stage.browser.failHost('www.facebook.com', 'not-found');
    await tab.goto(HOME);
    await stage.browser.healHosts();
    const refusal = await probe.page.evaluate(async () => {
      const [found] = await chrome.tabs.query({ url: ['https://*.facebook.com/*'] });
      const target = { tabId: found?.id ?? -1 };
      return chrome.scripting.executeScript({ target, func: () => true }).then(
        () => 'done',
        (error: unknown) => String(error),
      );
    });
    expect(refusal).toContain(chromium ? 'showing error page' : 'Missing host permission');
  });
});
