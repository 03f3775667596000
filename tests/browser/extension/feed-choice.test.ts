import { beforeAll, beforeEach, expect, it } from 'vitest';
import { makeTrust } from '../../platform/feed/trust.ts';
import { SECOND_FEED_HOST } from '../../platform/hosts.ts';
import { inBothBrowsers } from '../harness/both-browsers.ts';
import type { Tab } from '../harness/browser-under-test.ts';
import { eventually } from '../harness/eventually.ts';
import { choose } from './choose.ts';
import { closeWelcome, freshStart } from './fresh-start.ts';
import { ownErrors } from './own-errors.ts';
import { sharedPackage } from './shared-package.ts';

const OWN = `https://${SECOND_FEED_HOST}`;

/** A shared status of one's own, none, and back to the package's, in the options. */
inBothBrowsers('which shared status is used', { extension: sharedPackage }, (stage) => {
  let options: Tab;
  beforeAll(() => closeWelcome(stage.browser));
  beforeEach(async () => {
    await freshStart(stage);
    await choose(stage.browser);
    await stage.browser.inExtension(() => chrome.storage.local.remove('own-feed'));
    options = await stage.browser.openExtensionPage('options.html');
    await options.waitUntil(() => document.querySelector('[name="feed"]') !== null);
  });

  const trust = () => stage.platform.feed.keys.trust;
  const paste = (selector: string, text: string) =>
    options.evaluate(
      (where, what) => {
        const field = document.querySelector<HTMLTextAreaElement>(where);
        if (!field) throw new Error(`nothing fits ${where}`);
        field.value = what;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      },
      selector,
      text,
    );
  const tryOwn = async (base: string, file: string) => {
    await options.click('[name="feed"][value="own"]');
    await options.waitUntil(() => document.querySelector('[name="feed-trust"]') !== null);
    await paste('[name="feed-base"]', base);
    if (file !== '') await paste('[name="feed-trust"]', file);
    await options.click('[data-do="check-feed"]');
  };
  const trouble = async () => {
    await options.waitUntil(() => document.querySelector('[data-trouble]') !== null);
    return options.evaluate(() => {
      const said = document.querySelector<HTMLElement>('[data-trouble]');
      return { reason: said?.dataset['trouble'], words: said?.textContent ?? '' };
    });
  };
  const inUse = () =>
    options.evaluate(() => document.querySelector('[data-testid="feed-source"]')?.textContent ?? '');
  const feedState = (state: string) =>
    options.waitUntil(
      (wanted) => document.querySelector<HTMLElement>('[data-testid="feed"]')?.dataset['state'] === wanted,
      state,
    );
  const chosen = () =>
    stage.browser.inExtension(async () => {
      const { settings } = await chrome.storage.local.get<{ settings: { value: { feed: string } } }>(
        'settings',
      );
      return settings.value.feed;
    });

  it('one of one’s own is checked, used and verified; the package’s is a press away', async () => {
    await tryOwn(OWN, JSON.stringify({ ...trust(), bases: [] }));
    // Before that the page shows the package's own feed, which has the same second address.
    await eventually('the own one in use', async () => (await inUse()).includes('In use since'));
    expect(await chosen()).toBe('own');
    expect(await inUse()).toContain(OWN);
    expect(await inUse()).toContain('2 of its 3 root keys');
    await feedState('verified');
    stage.platform.requests.clear();
    await stage.browser.inExtension(() => chrome.storage.local.remove('feed'));
    await options.reload();
    await eventually('the feed to be asked', () =>
      stage.platform.requests.fromExtensions().some(({ path }) => path === '/v1/feed.json'),
    );
    const asked = stage.platform.requests.fromExtensions().map(({ host }) => host);
    expect(new Set(asked)).toEqual(new Set([SECOND_FEED_HOST]));
    await options.waitUntil(() => document.querySelector('[name="feed"]') !== null);
    await options.click('[name="feed"][value="package"]');
    await eventually('the package’s again', async () => (await chosen()) === 'package');
  });

  it('the file may be chosen instead of pasted, and its addresses are used where none is given', async () => {
    await options.click('[name="feed"][value="own"]');
    await options.waitUntil(() => document.querySelector('input[type="file"]') !== null);
    await options.evaluate((text) => {
      const input = document.querySelector<HTMLInputElement>('input[type="file"]');
      if (!input) throw new Error('no file can be chosen');
      const files = new DataTransfer();
      files.items.add(new File([text], 'trust.json', { type: 'application/json' }));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, JSON.stringify(trust()));
    await options.waitUntil(() =>
      document.querySelector<HTMLTextAreaElement>('[name="feed-trust"]')?.value.includes('trust@1'),
    );
    await options.click('[data-do="check-feed"]');
    await eventually('the own one in use', async () => (await chosen()) === 'own');
    await feedState('verified');
  });

  it('one with other keys is refused in words, and nothing is changed', async () => {
    const other = (await makeTrust([OWN])).trust;
    await tryOwn(OWN, JSON.stringify(other));
    const { reason, words } = await trouble();
    expect(reason).toBe('signature-wrong');
    expect(words).toContain('A signature is wrong');
    expect(words).toContain('Nothing was changed.');
    expect(await chosen()).toBe('package');
    expect(await inUse()).not.toContain('In use since');
    expect(
      await options.evaluate(() => document.querySelector<HTMLInputElement>('[name="feed-base"]')?.value),
    ).toBe(OWN);
  });

  it('one that nobody answers for, and a text that is no trust.json, are refused in words', async () => {
    await tryOwn('https://nobody.outage-or-hacked.test', JSON.stringify({ ...trust(), bases: [] }));
    expect(await trouble()).toMatchObject({
      reason: 'network',
      words: expect.stringContaining('Check the address and your connection'),
    });
    await tryOwn(OWN, 'hello');
    await options.waitUntil(() => document.querySelector('[data-trouble="trust-not-json"]') !== null);
    await tryOwn(OWN, '{"format":"something"}');
    await options.waitUntil(() => document.querySelector('[data-trouble="not-a-trust"]') !== null);
    await tryOwn('ftp://example.org', JSON.stringify(trust()));
    await options.waitUntil(() => document.querySelector('[data-trouble="address-unusable"]') !== null);
    expect(await chosen()).toBe('package');
  });

  it('with none, nobody is asked any more', async () => {
    await options.click('[name="feed"][value="none"]');
    await eventually('none', async () => (await chosen()) === 'none');
    await stage.browser.inExtension(() => chrome.storage.local.remove('feed'));
    stage.platform.requests.clear();
    await options.reload();
    await options.waitUntil(() => document.querySelector('[name="feed"][value="none"]:checked') !== null);
    expect(stage.platform.requests.fromExtensions().filter(({ path }) => path.startsWith('/v1/'))).toEqual(
      [],
    );
    expect(await inUse()).toBe('');
  });

  it('leaves no error in the extension’s console', async () => {
    expect(await ownErrors(stage.browser)).toEqual([]);
  });
});
