import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { BrowserName } from '../harness/browser-under-test.ts';

const run = promisify(execFile);

/** Not under git; emptied at the beginning of each test run. */
export const BUILDS = resolve('test-output/builds');

const TARGETS = {
  chromium: { args: [], folder: 'chrome-mv3' },
  firefox: { args: ['-b', 'firefox'], folder: 'firefox-mv3' },
} as const;

/** The feed that is built into a package. */
export interface BuiltInFeed {
  readonly bases: readonly string[];
  /** The content of a `trust.json`. */
  readonly trust: unknown;
}

const newFolder = async (name: BrowserName): Promise<string> => {
  await mkdir(BUILDS, { recursive: true });
  return mkdtemp(join(BUILDS, `${name}-`));
};

const build = async (name: BrowserName, folder: string, feed: Record<string, string>): Promise<string> => {
  const { args, folder: output } = TARGETS[name];
  // The test runner's own NODE_ENV would make it another kind of build than the one that ships.
  const { NODE_ENV: _mode, ...env } = process.env;
  await run('wxt', ['build', ...args], { env: { ...env, WXT_OUT_DIR: folder, ...feed } });
  return join(folder, output);
};

/**
 * Builds the extension for a browser as it ships, with a feed and its keys in it, into a folder of its own. Resolves to
 * the unpacked package's path.
 */
export const buildWithFeed = async (name: BrowserName, feed: BuiltInFeed): Promise<string> => {
  const folder = await newFolder(name);
  const trust = join(folder, 'trust.json');
  await writeFile(trust, JSON.stringify(feed.trust));
  return build(name, folder, { WXT_FEED_TRUST: trust, WXT_FEED_BASES: feed.bases.join(',') });
};

/** The same without any feed. */
export const buildWithoutFeed = async (name: BrowserName): Promise<string> =>
  build(name, await newFolder(name), { WXT_FEED_TRUST: '', WXT_FEED_BASES: '' });
