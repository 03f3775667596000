import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ToastContent } from '../../../lib/messaging/toast.ts';

const HOST = '[data-oh-toast]';
const outage: ToastContent = {
  incident: 'i1',
  service: 'facebook',
  cause: 'outage',
  alarm: 'none',
  role: 'status',
  headline: "Facebook is down. It's not you.",
  line: '4,200 others were signed out of Facebook too.',
  action: 'Why?',
  close: 'Close',
  language: 'en',
  direction: 'ltr',
  theme: 'auto',
};
const breakIn: ToastContent = {
  ...outage,
  incident: 'i2',
  cause: 'account-compromise',
  alarm: 'act',
  role: 'alert',
  headline: 'Look <img src=x onerror=alert(1)>',
};
/** A page that hides every `div` and takes ours for its own. */
const HOSTILE = `<style>div, [data-oh-toast] { display: none !important; opacity: 0 !important }</style><input>`;

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  const entry = new URL('page-script.ts', import.meta.url).pathname;
  const bundle = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, rolldownOptions: { input: entry, output: { format: 'iife' } } },
  });
  const [result] = [bundle].flat();
  if (!result || !('output' in result)) throw new Error('nothing was built');
  script = result.output[0].code;
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  });
}, 60_000);
afterAll(() => browser.close());

beforeEach(async () => {
  for (const context of browser.contexts()) await context.close();
  page = await browser.newPage({ reducedMotion: 'reduce' });
  await page.setContent(HOSTILE);
  await page.evaluate(script);
});

const start = async (toast: ToastContent | null) => {
  await page.evaluate((first) => window.start(first), toast);
  if (toast) await page.waitForSelector(HOST, { state: 'attached' });
};
const inside = <Result>(look: (root: ShadowRoot) => Result) =>
  page.evaluate(`(${look.toString()})(window.inner)`) as Promise<Result>;
const heard = () => page.evaluate(() => window.heard);
const shown = () => page.locator(HOST).count();
const press = async (selector: string) => {
  const box = await page.evaluate((wanted) => {
    const { x, y, width, height } = (
      window.inner.querySelector(wanted) as HTMLElement
    ).getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, selector);
  await page.mouse.click(box.x, box.y);
};

describe('the toast', () => {
  it('carries its marks and words inside a root that the page cannot read', async () => {
    await start(outage);
    expect(await page.locator(HOST).evaluate((host) => host.shadowRoot)).toBeNull();
    const marks = await inside((root) => {
      const box = root.querySelector<HTMLElement>('[data-testid=toast]');
      return {
        ...box?.dataset,
        role: box?.getAttribute('role'),
        words: box?.querySelector('h2')?.textContent,
      };
    });
    expect(marks).toMatchObject({
      service: 'facebook',
      cause: 'outage',
      alarm: 'none',
      role: 'status',
      words: outage.headline,
    });
  });

  it('sets words as text', async () => {
    await start(breakIn);
    expect(await inside((root) => root.querySelector('h2')?.textContent)).toBe(breakIn.headline);
    expect(await inside((root) => root.querySelectorAll('img').length)).toBe(0);
  });

  it('is in view in the top layer, whatever the style of the page says', async () => {
    await start(outage);
    const host = page.locator(HOST);
    expect(await host.evaluate((one) => one.matches(':popover-open'))).toBe(true);
    expect(
      await host.evaluate((one) => [getComputedStyle(one).display, getComputedStyle(one).opacity]),
    ).toEqual(['block', '1']);
    expect((await host.boundingBox())?.width).toBeGreaterThan(300);
  });

  it('passes on what a person presses, and goes', async () => {
    await start(outage);
    await press('button.main');
    expect([await heard(), await shown()]).toEqual([['pressed i1'], 0]);
  });

  it('can be closed, with the button and with Escape', async () => {
    await start(outage);
    await press('button.close');
    await page.evaluate((toast) => window.say(toast), outage);
    await page.keyboard.press('Escape');
    expect([await heard(), await shown()]).toEqual([['closed i1', 'closed i1'], 0]);
  });

  it('is not pressed by clicks and keys that a script makes', async () => {
    await start(outage);
    await inside((root) => root.querySelectorAll('button').forEach((button) => button.click()));
    await page.evaluate(() =>
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
    );
    expect([await heard(), await shown()]).toEqual([[], 1]);
  });

  it('that asks to act does not go by an Escape meant for the page, only by one inside it', async () => {
    await start(breakIn);
    await page.locator('input').focus();
    await page.keyboard.press('Escape');
    expect(await shown()).toBe(1);
    await inside((root) => root.querySelector('button')?.focus());
    await page.keyboard.press('Escape');
    expect([await heard(), await shown()]).toEqual([['closed i2'], 0]);
  });

  it('comes back when the page removes, hides or alters it, but not for ever', async () => {
    await start(outage);
    const back = await page.evaluate(async () => {
      const host = () => document.querySelector<HTMLElement>('[data-oh-toast]');
      const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      let times = 0;
      for (let attack = 0; attack < 30; attack += 1) {
        if (attack % 3 === 0) host()?.remove();
        else if (attack % 3 === 1) host()?.hidePopover();
        else host()?.setAttribute('style', 'display:none');
        await frame();
        if (host()?.matches(':popover-open')) times += 1;
      }
      return times;
    });
    expect(back).toBeGreaterThanOrEqual(8);
    expect(back).toBeLessThanOrEqual(20);
  });

  it('is replaced by what is said next, and taken away by nothing', async () => {
    await start(outage);
    await page.evaluate((toast) => window.say(toast), breakIn);
    expect(
      await inside((root) =>
        [...root.querySelectorAll<HTMLElement>('.toast')].map(({ dataset }) => dataset.alarm),
      ),
    ).toEqual(['act']);
    await page.evaluate(() => window.say(null));
    expect(await shown()).toBe(0);
  });

  it('goes by itself when it asks nothing of the person, never when it asks to act', async () => {
    await page.clock.install();
    await start(outage);
    await page.clock.runFor(31_000);
    expect([await heard(), await shown()]).toEqual([[], 0]);
    await page.evaluate((toast) => window.say(toast), breakIn);
    await page.clock.runFor(600_000);
    expect(await shown()).toBe(1);
  });

  it('waits in a tab that nobody looks at, and goes some time after it came into view', async () => {
    const turn = (hidden: boolean) =>
      page.evaluate((now) => {
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => now });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await page.clock.install();
    await turn(true);
    await start(outage);
    await page.clock.runFor(600_000);
    expect(await shown()).toBe(1);
    await turn(false);
    await page.clock.runFor(29_000);
    expect(await shown()).toBe(1);
    await page.clock.runFor(2_000);
    expect([await heard(), await shown()]).toEqual([[], 0]);
  });

  it('puts nothing into the page when there is nothing to say', async () => {
    await start(null);
    expect(await shown()).toBe(0);
  });
});
