import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chosenLanguage } from '../../feed/page/language.ts';
import { renderStatusPage, STATUS_PAGE_STYLE_HASH } from '../../feed/page/render-status-page.ts';
import type { FeedPayload } from '../../lib/model/feed.ts';
import { calmDay, NOW, outageDay } from '../feed/page/sample-days.ts';

const EXECUTABLE = '/usr/bin/chromium';
const ARGUMENTS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const POLICY = `default-src 'none'; style-src '${STATUS_PAGE_STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
const DAYS: Readonly<Record<string, FeedPayload | null>> = {
  calm: calmDay(),
  outage: outageDay(),
  none: null,
};

let server: Server;
let browser: Browser;
let base: string;

beforeAll(async () => {
  server = createServer((request, answer) => {
    // Browsers ask for a picture of the site by themselves.
    if (request.url === '/favicon.ico') return answer.writeHead(204).end();
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
    const payload = DAYS[pathname.slice(1)];
    if (payload === undefined) return answer.writeHead(404).end();
    const language = chosenLanguage(searchParams.get('lang'), request.headers['accept-language'] ?? null);
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY });
    return answer.end(renderStatusPage({ payload, now: NOW, language }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
});

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

interface Look {
  readonly dark?: boolean;
  readonly locale?: string;
  readonly script?: boolean;
}

/** Opens a day's page as somebody would, and closes it again; what the browser complains of is an error. */
const visit = async <Result>(
  day: string,
  look: Look,
  see: (page: Page) => Promise<Result>,
): Promise<Result> => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    colorScheme: look.dark ? 'dark' : 'light',
    locale: look.locale ?? 'en-GB',
    javaScriptEnabled: look.script ?? true,
    // axe comes in by a script, which the page's own policy would refuse.
    bypassCSP: look.script ?? true,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (line) => complaints.push(line.text()));
  page.on(
    'request',
    (request) => request.url() === page.url() || complaints.push(`asked for ${request.url()}`),
  );
  await page.goto(`${base}/${day}`);
  const result = await see(page);
  await context.close();
  expect(complaints.filter((one) => !one.startsWith(`asked for ${base}/${day}`))).toEqual([]);
  return result;
};

const violations = async (page: Page): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: tool } = globalThis as unknown as { axe: typeof axe };
    const { violations: found } = await tool.run(document);
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
};

const widerThanWindow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('the status page in Chromium', () => {
  const looks = Object.keys(DAYS).flatMap((day) =>
    ['en-GB', 'fr-FR'].flatMap((locale) => [true, false].map((dark) => ({ day, locale, dark }))),
  );

  it.each(looks)(
    'is clean by axe and needs no sideways scrolling on a day of $day, in $locale, dark: $dark',
    async ({ day, locale, dark }) => {
      await visit(day, { locale, dark }, async (page) => {
        expect(await violations(page)).toEqual([]);
        for (const width of [768, 320, 360]) {
          await page.setViewportSize({ width, height: 800 });
          expect(await widerThanWindow(page), `at ${width} pixels`).toBe(0);
        }
        expect(await violations(page)).toEqual([]);
      });
    },
  );

  it('is read without script, under its policy, with its style', async () => {
    await visit('outage', { script: false }, async (page) => {
      expect(await page.locator('h1').innerText()).toContain('Facebook and Instagram are down.');
      expect(await page.locator('[data-testid="service"]').count()).toBe(7);
      expect(await page.locator('.card').first().isVisible()).toBe(true);
      // The style is there: else a card would be as wide as the window.
      expect((await page.locator('.card').first().boundingBox())?.width).toBeLessThan(900);
    });
  });

  it('is dark in the dark', async () => {
    const ground = (page: Page): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(await visit('calm', {}, ground)).toBe('rgb(239, 242, 245)');
    expect(await visit('calm', { dark: true }, ground)).toBe('rgb(12, 16, 21)');
  });

  it('comes in the browser’s language, and changes it by a link', async () => {
    await visit('calm', { locale: 'fr-FR' }, async (page) => {
      expect(await page.locator('h1').innerText()).toBe('Aucune perturbation connue.');
      await page.getByRole('link', { name: 'English' }).click();
      expect(await page.locator('h1').innerText()).toBe('No known trouble.');
      expect(page.url()).toContain('?lang=en');
    });
  });

  it('can be read with a screen reader: headings in order, the curves and marks told in words', async () => {
    await visit('outage', {}, async (page) => {
      const levels = await page
        .locator('h1, h2, h3')
        .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
      levels.reduce((before, level) => {
        expect(level).toBeLessThanOrEqual(before + 1);
        return level;
      }, 0);
      expect(
        await page.getByRole('img', { name: /Reports of trouble with Facebook .* now 4,200/ }).count(),
      ).toBe(1);
      expect(await page.getByRole('article').filter({ hasText: 'Facebook' }).first().innerText()).toContain(
        'Down',
      );
    });
  });

  it('shows the state without colour, and at twice the size of text', async () => {
    const context = await browser.newContext({
      viewport: { width: 640, height: 800 },
      forcedColors: 'active',
      deviceScaleFactor: 2,
    });
    const page = await context.newPage();
    await page.goto(`${base}/outage`);
    await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'));
    expect(await widerThanWindow(page)).toBe(0);
    expect(await page.locator('.card-outage .mark').first().isVisible()).toBe(true);
    await context.close();
  });

  it('is printed without the language switch and with all services', async () => {
    await visit('outage', {}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('navigation').isVisible()).toBe(false);
      expect(await page.locator('[data-testid="service"]').last().isVisible()).toBe(true);
    });
  });
});
