import { spawn } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDiskFile } from '../../../feed/publish/disk-file.ts';
import { openObjectFile, rightsFrom } from '../../../feed/publish/object-file.ts';
import type { PublishedFile } from '../../../feed/publish/published-file.ts';
import { temporaryFolder } from '../server/test-feed.ts';
import { startObjectStore } from './fake-object-store.ts';

const RIGHTS = { keyId: 'key', secret: 'secret', region: 'test' };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = async (file: PublishedFile): Promise<string | null> => {
  const read = await file.read();
  if (!read.ok) throw new Error(read.fault);
  return read.value && new TextDecoder().decode(read.value.bytes);
};

describe.each([
  ['on a disk', async () => openDiskFile(await temporaryFolder(), 'feed.json')],
  [
    'in an object store',
    async () => openObjectFile(`${(await startObjectStore()).base}/v1/feed.json`, RIGHTS),
  ],
])('a published file %s', (_where, open) => {
  test('is not there at first, then is what was put there', async () => {
    const file = await open();
    expect(await file.read()).toEqual({ ok: true, value: null });
    const put = await file.replace(bytesOf('one'), null);
    const read = await file.read();
    expect(put.ok && read.ok && read.value?.version === put.version).toBe(true);
    expect(await textOf(file)).toBe('one');
  });

  test('is replaced only by who has seen what is there', async () => {
    const file = await open();
    const first = await file.replace(bytesOf('one'), null);
    expect(await file.replace(bytesOf('two'), null)).toEqual({ ok: false, fault: 'conflict' });
    expect(await file.replace(bytesOf('two'), '"something-else"')).toEqual({ ok: false, fault: 'conflict' });
    expect(await textOf(file)).toBe('one');
    expect((await file.replace(bytesOf('two'), first.ok ? first.version : '')).ok).toBe(true);
    expect(await textOf(file)).toBe('two');
  });

  test('has one winner when many replace the same version at once', async () => {
    const file = await open();
    const first = await file.replace(bytesOf('one'), null);
    const version = first.ok ? first.version : '';
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, index) => file.replace(bytesOf(`next ${index}`), version)),
    );
    const winners = results.flatMap((result, index) => (result.ok ? [index] : []));
    expect(winners).toHaveLength(1);
    expect(await textOf(file)).toBe(`next ${winners[0]}`);
  });
});

describe('on a disk', () => {
  test('a file that somebody wrote beside us is a conflict, and stays', async () => {
    const folder = await temporaryFolder();
    const file = await openDiskFile(folder, 'feed.json');
    const first = await file.replace(bytesOf('one'), null);
    await writeFile(join(folder, 'feed.json'), 'theirs');
    expect(await file.replace(bytesOf('two'), first.ok ? first.version : '')).toMatchObject({ ok: false });
    expect(await readFile(join(folder, 'feed.json'), 'utf8')).toBe('theirs');
  });

  test('a process that is killed while it holds the lock keeps nobody out', async () => {
    const folder = await temporaryFolder();
    const file = await openDiskFile(folder, 'feed.json');
    const program = `
      import { underLock } from ${JSON.stringify(new URL('../../../feed/publish/file-lock.ts', import.meta.url).href)};
      underLock(${JSON.stringify(join(folder, 'lock.sqlite'))}, 1000, () => {
        process.stdout.write('held');
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      });`;
    const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', program]);
    await new Promise((resolve) => child.stdout.once('data', resolve));
    expect(await file.replace(bytesOf('one'), null)).toEqual({ ok: false, fault: 'unreachable' });
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    expect((await file.replace(bytesOf('one'), null)).ok).toBe(true);
  });

  test('nothing but the file and the lock is left, and a half-written file of a killed process does no harm', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'feed.json.0123456789ab.part'), '{"payl');
    const file = await openDiskFile(folder, 'feed.json');
    expect(await textOf(file)).toBeNull();
    await file.replace(bytesOf('one'), null);
    expect((await readdir(folder)).filter((name) => !name.includes('0123456789ab')).sort()).toEqual([
      'feed.json',
      'lock.sqlite',
    ]);
  });
});

describe('in an object store', () => {
  test('it carries its type and how long caches may keep it', async () => {
    const store = await startObjectStore();
    await openObjectFile(`${store.base}/v1/feed.json`, RIGHTS).replace(bytesOf('one'), null);
    expect(store.objects.get('/bucket/v1/feed.json')).toMatchObject({
      type: 'application/jose+json',
      cache: 'public, max-age=20, stale-while-revalidate=40',
    });
  });

  test.each(['error', 'no-etag'] as const)(
    'a store that answers with %s counts as unreachable, after one request',
    async (fault) => {
      const store = await startObjectStore();
      store.state.fault = fault;
      const file = openObjectFile(`${store.base}/v1/feed.json`, RIGHTS);
      expect(await file.replace(bytesOf('one'), null)).toEqual({ ok: false, fault: 'unreachable' });
      expect(store.state.asked).toHaveLength(1);
    },
  );

  test('a store that is not there, or sends without end, counts as unreachable', async () => {
    const nowhere = openObjectFile('http://127.0.0.1:9/bucket/v1/feed.json', RIGHTS);
    expect(await nowhere.read()).toEqual({ ok: false, fault: 'unreachable' });
    const store = await startObjectStore();
    store.state.fault = 'endless';
    const endless = openObjectFile(`${store.base}/v1/feed.json`, RIGHTS);
    expect(await endless.read()).toEqual({ ok: false, fault: 'unreachable' });
  });

  test('its rights come from the usual variables', () => {
    expect(rightsFrom({})).toBeNull();
    expect(rightsFrom({ AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' })).toMatchObject({ keyId: 'a' });
  });
});
