import { beforeAll, beforeEach, expect, it } from 'vitest';
import { inBothBrowsers } from '../harness/both-browsers.ts';
import type { Tab } from '../harness/browser-under-test.ts';
import { eventually, never } from '../harness/eventually.ts';
import { closeWelcome, freshStart } from './fresh-start.ts';
import { ownErrors } from './own-errors.ts';
import { signIn } from './person.ts';
import { readLog } from './popup-view.ts';
import { sharedPackage } from './shared-package.ts';
import { readIncidents, readRunState } from './stored-incidents.ts';
import { throwOutUnseen } from './throw-out.ts';

/** What the platform's hostile page has caught. */
interface Caught {
  readonly toast: readonly { readonly root: boolean; readonly text: string }[];
  readonly messages: readonly string[];
}

const HOSTILE = 'https://www.facebook.com/groups/hostile/';
const WARNINGS = 'https://www.facebook.com/groups/warnings/';

/** What others write on a watched host, and what a script there could do at worst. */
inBothBrowsers('a hostile page', { extension: sharedPackage }, (stage) => {
  let tab: Tab;
  beforeAll(() => closeWelcome(stage.browser));
  beforeEach(async () => {
    tab = await freshStart(stage);
    const [account] = stage.platform.accounts;
    if (!account) throw new Error('the platform has no accounts');
    await signIn(tab, 'facebook', account);
  });

  const caught = () =>
    tab.evaluate(() => {
      const { __seen: seen } = globalThis as unknown as { __seen: Caught };
      return { toast: seen.toast, messages: seen.messages };
    });
  const goHostile = async (query = '') => {
    await tab.goto(`${HOSTILE}${query}`);
    await tab.waitUntil(() => '__seen' in globalThis);
  };
  const pagesInLog = async () =>
    (await readLog(stage.browser)).filter((seen) => (seen as { kind: string }).kind === 'page');
  const nothingHappened = async () => {
    expect(await pagesInLog()).toEqual([]);
    expect(await readRunState(stage.browser)).toMatchObject({ attempts: [] });
    expect(await readIncidents(stage.browser)).toEqual([]);
    expect(await stage.browser.badge()).toBe('');
  };

  it('quotes every warning there is in its posts, and nothing happens', async () => {
    await tab.goto(WARNINGS);
    await never('a toast', () => tab.readToast(), 2_000);
    await nothingHappened();
  });

  it('overrides prototypes, fakes a sign-in form and changes a thousand times a second, and nothing happens', async () => {
    await goHostile();
    await never('a toast', () => tab.readToast(), 2_000);
    await nothingHappened();
  });

  it('shows pages of the service in frames, and nothing happens', async () => {
    await tab.goto(WARNINGS);
    const frames = [
      '/checkpoint/828281030927956/',
      '/login/device-based/regular/login/?old=1',
      '/checkpoint/?contact',
    ];
    await tab.evaluate(async (paths) => {
      const loaded = paths.map((path) => {
        const frame = document.createElement('iframe');
        frame.src = path;
        document.body.append(frame);
        return new Promise((resolve) => frame.addEventListener('load', resolve));
      });
      await Promise.all(loaded);
    }, frames);
    await never('a toast', () => tab.readToast(), 2_000);
    await nothingHappened();
  });

  it('floods with messages and addresses, and nothing happens', async () => {
    await tab.goto(WARNINGS);
    const reached = await tab.evaluate(() => {
      const lie = { type: 'page', page: 'old-password' };
      for (let n = 0; n < 10_000; n += 1) postMessage(lie, '*');
      for (let n = 0; n < 90; n += 1) history.pushState(lie, '', `/groups/warnings/?checkpoint=${n}`);
      const { chrome: api } = globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } };
      return api?.runtime?.sendMessage !== undefined;
    });
    expect(reached).toBe(false);
    await never('a toast', () => tab.readToast(), 2_000);
    await nothingHappened();
  });

  it('reads no verdict and presses no button when a session really ends on it', async () => {
    await goHostile();
    const tabsBefore = (await stage.browser.tabs()).length;
    await throwOutUnseen(tab, stage.platform, 'facebook');
    const toast = await tab.waitForToast();
    expect(toast).toMatchObject({ service: 'facebook' });
    expect(toast.alarm).not.toBe('act');
    const { toast: seen, messages } = await caught();
    // It did see that something was put in, tried its hand on it, and read nothing.
    expect(seen).not.toEqual([]);
    expect(seen.every(({ root, text }) => !root && text === '')).toBe(true);
    expect(messages).toEqual([]);
    const words = await tab.evaluate(() => {
      const host = document.querySelectorAll('[data-oh-toast]')[0] as HTMLElement;
      const read = (name: string) => getComputedStyle(host).getPropertyValue(name);
      const inside = host.getBoundingClientRect();
      const under = document.elementFromPoint(inside.left + 40, inside.top + 20);
      under?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      return [host.textContent, host.innerText, getSelection()?.toString(), read('content')].join('|');
    });
    for (const word of ['Facebook', 'sure', 'happened']) expect(words).not.toContain(word);
    expect(await tab.readToast()).toMatchObject({ service: 'facebook' });
    expect(await stage.browser.tabs()).toHaveLength(tabsBefore);
  });

  it('takes the toast away as often as it is put in: popup and badge say it all the same', async () => {
    await goHostile('?remove');
    await throwOutUnseen(tab, stage.platform, 'facebook');
    await eventually('the badge', async () => (await stage.browser.badge()) !== '');
    await eventually('the fight', async () => (await caught()).toast.length > 1);
    await never('a fight without an end', async () => (await caught()).toast.length > 20, 1_000);
    expect(await readIncidents(stage.browser)).toHaveLength(1);
  });

  it('covers the toast and hides it, and a person can press it all the same', async () => {
    await goHostile('?mutations=100');
    await throwOutUnseen(tab, stage.platform, 'facebook');
    await tab.waitForToast();
    await tab.evaluate(() => {
      const cover = document.createElement('div');
      cover.setAttribute('style', 'position:fixed;inset:0;z-index:2147483647;background:#fff');
      // After everything else, so that only the top layer stands above it.
      document.documentElement.append(cover);
      const style = document.createElement('style');
      style.textContent =
        '[data-oh-toast]{display:none!important;opacity:0!important;left:-9999px!important}';
      document.head.append(style);
      document.querySelectorAll('[data-oh-toast]')[0]?.setAttribute('style', 'visibility:hidden!important');
    });
    await tab.pressToast('action');
    const popup = await stage.browser.waitForTab((url) => url.includes('/popup.html#incident='));
    await popup.waitUntil(() => document.querySelector('[data-testid="verdict"]') !== null);
  });

  it('never reaches an alarm to act, whatever it says after a session has really ended', async () => {
    await tab.goto(WARNINGS);
    await throwOutUnseen(tab, stage.platform, 'facebook');
    await tab.waitForToast();
    await tab.evaluate(() => {
      const page = document.createElement('div');
      page.id = 'error_box';
      page.setAttribute('role', 'alert');
      page.textContent = 'You used an old password. Your password was changed 3 hours ago.';
      document.body.prepend(page);
      document.title = 'Your account has been locked';
      history.pushState({}, '', '/groups/warnings/again/');
    });
    await never(
      'an alarm to act',
      async () => (await stage.browser.badge()) === '!' || (await tab.readToast())?.alarm === 'act',
      2_000,
    );
    const [incident] = await readIncidents(stage.browser);
    expect(incident?.verdicts.map(({ verdict }) => verdict.alarm)).not.toContain('act');
  });

  it('leaves no error in the extension’s console', async () => {
    expect(await ownErrors(stage.browser)).toEqual([]);
  });
});
