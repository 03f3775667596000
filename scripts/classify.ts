import { readFile } from 'node:fs/promises';
import { contradicts, expectedOf } from './classify/judge.ts';
import { findChromium, openPageReader } from './classify/page-reader.ts';
import { readIndex, type Capture } from './classify/read-index.ts';

const stop = (line: string): void => {
  process.stderr.write(`${line}\n`);
  process.exitCode = 2;
};

const UNKNOWN_ADDRESS = 'http://address-unknown.invalid/unknown';

/** An index may add a remark after the address, or have none. */
const addressOf = (url: string): string => {
  const address = URL.parse(url.split(' ')[0] ?? '');
  return address && /^https?:$/.test(address.protocol) ? address.href : UNKNOWN_ADDRESS;
};

const capturesOf = async (paths: readonly string[]): Promise<readonly Capture[] | null> => {
  const captures: Capture[] = [];
  for (const path of paths) {
    const index = await readIndex(path);
    if ('error' in index) return (stop(index.error), null);
    captures.push(...index);
  }
  return captures;
};

const run = async (captures: readonly Capture[], executable: string): Promise<void> => {
  const reader = await openPageReader(executable);
  try {
    for (const { file, path, service, url, pageKind } of captures) {
      const html = await readFile(path, 'utf8').catch(() => null);
      if (html === null) return stop(`${file}: cannot be read`);
      const { page, marks } = await reader.classify(addressOf(url), html, service);
      const expected = expectedOf(pageKind);
      process.stdout.write(`${JSON.stringify({ file, service, expected, got: page, marks })}\n`);
      if (contradicts(expected, page)) process.exitCode = 1;
    }
  } finally {
    await reader.close();
  }
};

const paths = process.argv.slice(2);
const executable = findChromium();
if (paths.length === 0) stop('usage: npm run --silent classify -- INDEX.json…');
else if (executable === null) stop('Chromium is missing: install the Debian package chromium');
else {
  const captures = await capturesOf(paths);
  if (captures) await run(captures, executable);
}
