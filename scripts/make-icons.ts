/** Draws the icons of the package from their sources: `node scripts/make-icons.ts`. Small sizes have a simpler drawing. */
import { mkdirSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const ROOT = new URL('..', import.meta.url);
const SOURCES = [
  { source: 'small', sizes: [16] },
  { source: 'large', sizes: [32, 48, 128] },
] as const;

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless=new', '--no-sandbox', '--disable-gpu'],
});
mkdirSync(new URL('public/icon/', ROOT), { recursive: true });
for (const { source, sizes } of SOURCES) {
  const svg = readFileSync(new URL(`assets/icon/${source}.svg`, ROOT)).toString('base64');
  for (const size of sizes) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<body style="margin:0"><img width="${size}" height="${size}" style="display:block" src="data:image/svg+xml;base64,${svg}">`,
    );
    await page.locator('img').evaluate((image) => (image as HTMLImageElement).decode());
    await page.screenshot({
      path: new URL(`public/icon/${size}.png`, ROOT).pathname,
      omitBackground: true,
    });
    await page.close();
  }
}
await browser.close();
