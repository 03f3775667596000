/**
 * Shows the pages with made-up data in headless Chromium: pictures of each into a folder, and what axe finds.
 * `node scripts/look.ts FOLDER [WORD]` takes only views whose name holds the word.
 * Exit status 1 when axe finds something or a page logs an error.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { createServer } from 'vite';
import { VIEWS, type View } from '../tests/fixtures/ui/views.ts';

const [folder = 'test-output/look', only = ''] = process.argv.slice(2);
if (folder.startsWith('-')) {
  console.error('usage: node scripts/look.ts [FOLDER [WORD]]');
  process.exit(2);
}
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly id: string;
  readonly targets: readonly string[];
}

const axeFindings = async (page: Page): Promise<Finding[]> => {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(options: object): Promise<{
          violations: { id: string; nodes: { target: string[]; any: { message: string }[] }[] }[];
        }>;
      };
    };
    const { violations } = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(({ id, nodes }) => ({
      id,
      targets: nodes.map(({ target, any }) => `${target.join(' ')} ${any[0]?.message ?? ''}`),
    }));
  });
};

const server = await createServer({
  root: new URL('..', import.meta.url).pathname,
  configFile: false,
  logLevel: 'error',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { port: 0, hmr: false },
  optimizeDeps: {
    include: ['preact', 'preact/hooks', 'preact/jsx-runtime', 'preact/jsx-dev-runtime', 'zod/mini'],
  },
});
await server.listen();
const base = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
});
mkdirSync(folder, { recursive: true });

let failures = 0;
const complain = (view: View, what: string) => {
  failures += 1;
  console.error(`${view.name}: ${what}`);
};

for (const view of VIEWS.filter(({ name }) => name.includes(only))) {
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height },
    deviceScaleFactor: view.zoom ?? 1,
    forcedColors: view.forcedColors ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.on('console', (line) => line.type() === 'error' && complain(view, line.text()));
  page.on('pageerror', (error) => complain(view, String(error)));
  await page.goto(`${base}tests/fixtures/ui/harness.html?${view.query}`);
  await page.locator('main').first().waitFor();
  for (const step of view.press ?? []) {
    const [, field, text] = /^(.*\])=([^\]]*)$/.exec(step) ?? [];
    if (field)
      await page
        .locator(field)
        .first()
        .fill(text ?? '');
    else await page.locator(step).first().click();
  }
  for (const { id, targets } of await axeFindings(page)) complain(view, `${id}: ${targets.join(' | ')}`);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (overflow > 0) complain(view, `is ${overflow} px too wide`);
  await page.screenshot({ path: join(folder, `${view.name}.png`), fullPage: view.full ?? false });
  await context.close();
}
await browser.close();
await server.close();
console.log(failures === 0 ? 'nothing found' : `${failures} findings`);
process.exitCode = failures === 0 ? 0 : 1;
