import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { OFFICIAL_PAGES } from '../../../lib/model/status-pages.ts';
import { STATUS_HOST } from '../../platform/hosts.ts';
import type { BrowserName, Tab } from '../harness/browser-under-test.ts';
import { inBothBrowsers, type Stage } from '../harness/both-browsers.ts';
import { eventually } from '../harness/eventually.ts';
import { BUILDS, buildWithoutFeed } from './build-extension.ts';
import { closeWelcome, freshStart } from './fresh-start.ts';
import { ownErrors } from './own-errors.ts';
import { signIn } from './person.ts';
import { openPopup, readCards, readLog, waitForCard } from './popup-view.ts';
import { throwOut } from './throw-out.ts';

const WORDS = 'We are aware of an issue impacting Facebook Login.';

const builds = new Map<BrowserName, Promise<string>>();
const plain = (name: BrowserName): Promise<string> => {
  const build = builds.get(name) ?? buildWithoutFeed(name);
  builds.set(name, build);
  return build;
};

/** The same package as if the person had said yes: a test cannot press a button in the browser's own dialog. */
const allowed = async (name: BrowserName): Promise<string> => {
  const folder = await mkdtemp(join(BUILDS, `${name}-allowed-`));
  await cp(await plain(name), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as { host_permissions: string[] };
  manifest.host_permissions.push(...OFFICIAL_PAGES);
  await writeFile(file, JSON.stringify(manifest));
  return folder;
};

/** Thrown out in an outage that the status page knows of. */
const outage = async ({ platform }: Stage, tab: Tab): Promise<void> => {
  const [account] = platform.accounts;
  if (!account) throw new Error('the platform has no accounts');
  await signIn(tab, 'facebook', account);
  platform.control.setOfficial('facebook-login', 'High disruptions', WORDS);
  platform.control.setMode('facebook', 'sign-in-outage');
  platform.requests.clear();
  await throwOut(tab, platform, 'facebook');
};

const askedThere = ({ platform }: Stage) =>
  platform.requests.fromExtensions().filter(({ host }) => host === STATUS_HOST);

inBothBrowsers('without a feed, the official page allowed,', { extension: allowed }, (stage) => {
  let tab: Tab;
  beforeAll(() => closeWelcome(stage.browser));
  beforeEach(async () => {
    tab = await freshStart(stage);
  });

  it('the verdict names the outage, the popup quotes the page, and nothing of the person went there', async () => {
    await outage(stage, tab);
    const popup = await openPopup(stage.browser);
    const card = await waitForCard(popup, 'facebook', 'outage');
    expect(card.reasons.map(({ evidence }) => evidence)).toContain('official-issue');
    await popup.waitUntil((words) => document.body.textContent.includes(words), WORDS);
    const asked = askedThere(stage);
    expect(asked.map(({ path }) => path).sort()).toEqual([
      '/data/orgs.json',
      '/data/outages/facebook-login.json',
      '/data/outages/messenger.json',
    ]);
    for (const { hasCookies, query, referer, bodySize } of asked)
      expect({ hasCookies, query, referer, bodySize }).toEqual({
        hasCookies: false,
        query: '',
        referer: null,
        bodySize: 0,
      });
    expect(await ownErrors(stage.browser)).toEqual([]);
  });
});

inBothBrowsers('without a feed, the official page not allowed,', { extension: plain }, (stage) => {
  let tab: Tab;
  beforeAll(() => closeWelcome(stage.browser));
  beforeEach(async () => {
    tab = await freshStart(stage);
  });

  it('nothing is asked there, and the verdict does not know of the outage', async () => {
    await outage(stage, tab);
    const popup = await openPopup(stage.browser);
    await eventually('a card of facebook', async () =>
      (await readCards(popup)).find(({ service }) => service === 'facebook'),
    );
    await eventually('the front door to be logged', async () =>
      (await readLog(stage.browser)).find((seen) => (seen as { purpose?: string }).purpose === 'probe'),
    );
    expect((await readCards(popup)).map(({ cause }) => cause)).not.toContain('outage');
    expect(askedThere(stage)).toEqual([]);
    expect(await ownErrors(stage.browser)).toEqual([]);
  });
});
