import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Platform } from '../../platform/start-platform.ts';
import type { BrowserName } from '../harness/browser-under-test.ts';

const run = promisify(execFile);

/** Not under git; emptied at the beginning of each test run. */
export const BUILDS = resolve('test-output/builds');

const TARGETS = {
  chromium: { args: [], folder: 'chrome-mv3' },
  firefox: { args: ['-b', 'firefox'], folder: 'firefox-mv3' },
} as const;

/**
 * Builds the extension for a browser as it ships, with the platform's own feed and its keys in it, into a folder of
 * its own. Resolves to the unpacked package's path.
 */
export const buildExtension = async (name: BrowserName, platform: Platform): Promise<string> => {
  await mkdir(BUILDS, { recursive: true });
  const folder = await mkdtemp(join(BUILDS, `${name}-`));
  const trust = join(folder, 'trust.json');
  await writeFile(trust, JSON.stringify(platform.feed.keys.trust));
  const { args, folder: output } = TARGETS[name];
  // The test runner's own NODE_ENV would make it another kind of build than the one that ships.
  const { NODE_ENV: _mode, ...env } = process.env;
  await run('wxt', ['build', ...args], {
    env: {
      ...env,
      WXT_OUT_DIR: folder,
      WXT_FEED_TRUST: trust,
      WXT_FEED_BASES: platform.feed.keys.trust.bases.join(','),
    },
  });
  return join(folder, output);
};
