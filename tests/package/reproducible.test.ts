import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { BUILDS, filesOf } from './package-files.ts';

const run = promisify(execFile);

it('comes out the same, byte by byte, when it is built again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'oh-rebuilt-'));
  try {
    // The test runner's own NODE_ENV would make it another kind of build.
    const { NODE_ENV: _mode, ...env } = process.env;
    await run('wxt', ['build'], { env: { ...env, WXT_OUT_DIR: folder } });
    const files = filesOf('chrome');
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const [first, second] = await Promise.all([
        readFile(join(BUILDS.chrome, file)),
        readFile(join(folder, 'chrome-mv3', file)),
      ]);
      expect(second.equals(first), file).toBe(true);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
