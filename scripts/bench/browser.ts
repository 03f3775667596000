/**
 * What the extension costs in a real Chromium on the simulated platform: script time that it adds to a page's load,
 * beside an extension that does nothing, loads taken in turns; script time on a page that changes a thousand times a
 * second; how soon the popup shows its first words with 1,000 incidents stored; and page loads at a quarter of the speed.
 * Medians; times depend on what else the machine does. About four minutes.
 */
import { buildWithoutFeed } from '../../tests/browser/extension/build-extension.ts';
import { popupOpensIn } from '../../tests/browser/extension/first-content.ts';
import { homeOf, signIn } from '../../tests/browser/extension/person.ts';
import { readIncidents } from '../../tests/browser/extension/stored-incidents.ts';
import { multiplyIncident } from '../../tests/browser/extension/thousand-incidents.ts';
import { throwOut } from '../../tests/browser/extension/throw-out.ts';
import { ChromiumTab } from '../../tests/browser/harness/chromium/chromium-tab.ts';
import { eventually } from '../../tests/browser/harness/eventually.ts';
import { launchChromium } from '../../tests/browser/harness/chromium/launch-chromium.ts';
import { startPlatform } from '../../tests/platform/start-platform.ts';
import { ensureBrowsers } from '../ensure-browsers.ts';
import { emptyExtension } from './browser/empty-extension.ts';
import { inTurns, tellPairs } from './browser/pairs.ts';
import { openStopwatch, type Stopwatch } from './browser/script-time.ts';
import { median } from './median.ts';

const HOME = homeOf('facebook');
const REPORTED = `${HOME}checkpoint/828281030927956/`;
const RESTLESS = `${HOME}groups/hostile/`;
/** A page is looked at as it loads and once it is quiet. */
const SETTLE_MS = 600;
const LOADS = 24;
const WATCHED_MS = 2_000;

const { chromium } = await ensureBrowsers();
const platform = await startPlatform();
const [account] = platform.accounts;
if (!account) throw new Error('the platform has no accounts');

const start = async (extensionDir: string) => {
  const browser = await launchChromium({ extensionDir, platform }, chromium);
  const tab = new ChromiumTab(await browser.context.newPage());
  await signIn(tab, 'facebook', account);
  return { browser, tab };
};

const nothing = await start(emptyExtension());
const ours = await start(await buildWithoutFeed('chromium'));

const loads = async (slowdown: number): Promise<void> => {
  const [bare, laden] = [
    await openStopwatch(nothing.browser.context, slowdown),
    await openStopwatch(ours.browser.context, slowdown),
  ];
  const load = (watch: Stopwatch, address: string) => async () =>
    (await watch.load(address, SETTLE_MS)).script;
  for (const [what, address, limit] of [
    ['a signed-in page', HOME, 1.5],
    ['a page that is reported', REPORTED, 5],
  ] as const) {
    const pairs = await inTurns(LOADS, load(bare, address), load(laden, address));
    console.log(tellPairs(slowdown === 1 ? what : `${what}, ${slowdown} × slower`, pairs, limit * slowdown));
  }
};

const restless = async (): Promise<void> => {
  const [bare, laden] = [
    await openStopwatch(nothing.browser.context, 1),
    await openStopwatch(ours.browser.context, 1),
  ];
  const watched = (watch: Stopwatch) => async () => {
    await watch.load(RESTLESS, SETTLE_MS);
    const script = await watch.next(WATCHED_MS);
    await watch.leave();
    return script;
  };
  const pairs = await inTurns(12, watched(bare), watched(laden));
  console.log(tellPairs('2 s of 1,000 changes a second', pairs, 2));
  const { longest } = await laden.load(RESTLESS, WATCHED_MS);
  console.log(`longest task there: ${longest === 0 ? 'none of 50 ms' : `${longest.toFixed(0)} ms`}`);
  for (const watch of [bare, laden]) await watch.end();
};

const popup = async (): Promise<void> => {
  await throwOut(ours.tab, platform, 'facebook');
  const incident = await eventually(
    'an incident',
    async () => (await readIncidents(ours.browser))[0] ?? false,
  );
  await multiplyIncident(ours.browser, incident, 1_000);
  // The list of the history makes the index of what was put in past it.
  const history = await ours.browser.openExtensionPage('history.html');
  await history.waitUntil(() => document.querySelectorAll('[data-testid="incident"]').length >= 50);
  await history.close();
  const times: number[] = [];
  for (let n = 0; n < 16; n += 1) times.push(await popupOpensIn(ours.browser));
  console.log(
    `first words of the popup with 1,000 incidents: ${median(times)} ms (at best ${Math.min(...times)}; at most 100 wanted), 16 times`,
  );
};

try {
  await loads(1);
  await restless();
  await popup();
  // Last: Chromium may open the next pages in a process that it has slowed down. (2026-11-24, Chromium 156)
  for (const { tab } of [nothing, ours]) await signIn(tab, 'facebook', account);
  await loads(4);
} finally {
  for (const { browser } of [nothing, ours]) await browser.close();
  await platform.close();
}
