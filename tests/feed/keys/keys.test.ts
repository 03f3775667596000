import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeFirstKeys } from '../../../feed/keys/first-keys.ts';
import { runKeyTask, type KeyTask } from '../../../feed/keys/key-commands.ts';
import { daysLeft, readKeyring, type Keyring } from '../../../feed/keys/keyring.ts';
import { layoutOf, type Layout } from '../../../feed/keys/layout.ts';
import { makePrivateFolder } from '../../../feed/keys/private-files.ts';
import type { Role } from '../../../feed/settings/settings.ts';
import { openKeys } from '../../../feed/start/open-keys.ts';
import { welcome } from '../../../feed/start/welcome.ts';
import { readTrust, verifyKeys } from '../../../lib/feed/trust.ts';
import { settingsFor, temporaryFolder } from '../server/test-feed.ts';

const NOW = Date.parse('2024-03-05T15:00:00.000Z');
const DAY = 86_400_000;
let layout: Layout;
beforeEach(async () => {
  layout = layoutOf(join(await temporaryFolder(), 'data'));
});

const first = async (): Promise<Keyring> => {
  await openKeys(layout, 'all', NOW);
  return keyring();
};
const keyring = async (of = layout): Promise<Keyring> => {
  const read = await readKeyring(of);
  if (!read.ok) throw new Error(read.problem);
  return read.keyring;
};
const task = (words: string, more: Partial<KeyTask> = {}) =>
  runKeyTask(
    { words: words.split(' '), data: layout.data, roots: [], key: 'feed', newEpoch: false, ...more },
    NOW + DAY,
  );
const kids = (keys: readonly { public: { kid: string } }[]): string[] => keys.map((key) => key.public.kid);
const modeOf = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);

describe('the first run', () => {
  test('makes a root of which two of three must sign, a feed key, a witness key and a keyset for a year', async () => {
    const { root, keyset, feed, witness } = await first();
    expect([root.threshold, root.keys.length, feed.length, witness.length]).toEqual([2, 3, 1, 1]);
    expect(keyset).toMatchObject({ version: 1, epoch: 1, expiresAt: '2025-03-05T15:00:00.000Z' });
    expect((await readdir(layout.offline)).length).toBe(3);
  });

  test('leaves nothing that anybody else on the machine may read', async () => {
    await first();
    for (const folder of [layout.data, layout.keys, layout.offline]) expect(await modeOf(folder)).toBe('700');
    for (const folder of [layout.keys, layout.offline])
      for (const name of (await readdir(folder)).filter((one) => one.endsWith('.json')))
        expect(await modeOf(join(folder, name))).toBe('600');
  });

  test('never touches keys that are there, also when two start at once', async () => {
    await makePrivateFolder(layout.data);
    const made = await Promise.all([1, 2, 3].map(() => makeFirstKeys(layout, NOW)));
    expect(made.filter((one) => one === 'made')).toHaveLength(1);
    const before = await readFile(layout.keyset, 'utf8');
    expect(await makeFirstKeys(layout, NOW)).toBe('there');
    expect(await readFile(layout.keyset, 'utf8')).toBe(before);
    expect((await readdir(layout.data)).sort()).toEqual(['keys']);
  });

  test('does not make new keys where some are missing, and says which', async () => {
    await first();
    await rm(layout.root);
    await expect(openKeys(layout, 'all', NOW)).rejects.toThrow('root.json holds no root keys');
  });

  test('writes a trust that the extension reads and verifies', async () => {
    const keys = await openKeys(layout, 'all', NOW);
    await keys.writeTrust(['https://feed.example']);
    const trust = readTrust(JSON.parse(await readFile(layout.trust, 'utf8')));
    expect(trust?.bases).toEqual(['https://feed.example']);
    expect(trust && (await verifyKeys(trust.keyset, trust))?.keyset.version).toBe(1);
  });
});

describe('the server refuses to start', () => {
  test.each([
    ['the data folder', (l: Layout) => l.data, 0o750],
    ['the folder of keys', (l: Layout) => l.keys, 0o705],
  ])('when others may read %s', async (_what, pick, mode) => {
    await first();
    await chmod(pick(layout), mode);
    await expect(openKeys(layout, 'all', NOW)).rejects.toThrow('may be read by others');
  });

  test('when others may read one key, and says how to close it', async () => {
    const { feed } = await first();
    const path = join(layout.keys, `${kids(feed)[0]}.json`);
    await chmod(path, 0o640);
    await expect(openKeys(layout, 'all', NOW)).rejects.toThrow(`chmod 600 ${path}`);
  });

  test.each([
    ['no JSON', 'x'],
    ['another kind of key', '{"kty":"EC"}'],
    ['halves that do not belong together', null],
  ])('when a key file holds %s', async (_what, content) => {
    const { feed, witness } = await first();
    const path = join(layout.keys, `${kids(feed)[0]}.json`);
    const other = JSON.parse(await readFile(join(layout.keys, `${kids(witness)[0]}.json`), 'utf8'));
    const own = JSON.parse(await readFile(path, 'utf8'));
    await writeFile(path, content ?? JSON.stringify({ ...own, d: other.d }));
    await expect(openKeys(layout, 'all', NOW)).rejects.toThrow('holds no private key');
  });

  test('when the keyset was changed after it was signed', async () => {
    await first();
    const file = JSON.parse(await readFile(layout.keyset, 'utf8'));
    const text = Buffer.from(file.payload, 'base64url').toString().replace('"version":1', '"version":9');
    await writeFile(
      layout.keyset,
      JSON.stringify({ ...file, payload: Buffer.from(text).toString('base64url') }),
    );
    await expect(openKeys(layout, 'all', NOW)).rejects.toThrow('not signed by enough root keys');
  });
});

describe('keys', () => {
  test('rotate: the new key signs beside the one before, and the one before that goes', async () => {
    const { feed } = await first();
    expect((await task('rotate')).ok).toBe(true);
    const second = await keyring();
    expect(second.keyset.version).toBe(2);
    expect(kids(second.feed).sort()).toEqual(second.keyset.roles.feed.keys.map(({ kid }) => kid).sort());
    expect(kids(second.feed)).toHaveLength(2);
    await task('rotate');
    const third = await keyring();
    expect(kids(third.feed)).toHaveLength(2);
    expect(kids(third.feed)).not.toContain(kids(feed)[0]);
  });

  test('retire: only the newest key is left', async () => {
    const { feed } = await first();
    await task('rotate');
    await task('retire');
    const left = await keyring();
    expect(kids(left.feed)).toHaveLength(1);
    expect(kids(left.feed)).not.toEqual(kids(feed));
  });

  test('rotate with a new epoch: the lost key counts for nothing from now on', async () => {
    const { feed } = await first();
    await task('rotate', { newEpoch: true });
    const after = await keyring();
    expect(after.keyset).toMatchObject({ version: 2, epoch: 2 });
    expect(kids(after.feed)).toHaveLength(1);
    expect(kids(after.feed)).not.toEqual(kids(feed));
  });

  test('rotate the witness alone', async () => {
    const before = await first();
    await task('rotate', { key: 'witness' });
    const after = await keyring();
    expect(kids(after.witness)).toHaveLength(2);
    expect(kids(after.feed)).toEqual(kids(before.feed));
  });

  test('renew: the same keys for another year', async () => {
    const before = await first();
    await task('renew');
    const after = await keyring();
    expect(after.keyset).toMatchObject({ version: 2, expiresAt: '2025-03-06T15:00:00.000Z' });
    expect(kids(after.feed)).toEqual(kids(before.feed));
  });

  test('show names them and says which are here', async () => {
    const { feed } = await first();
    const told = (await task('show')).lines.join('\n');
    expect(told).toContain(`${kids(feed)[0]} (here)`);
    expect(told).toContain('2 must sign');
    expect(told).not.toContain('"d"');
  });

  test.each([
    '',
    'rot',
    'sign',
    'install',
    'use-witness',
    'sign nowhere.json',
    'install nowhere.json',
    'use-witness nowhere.json',
  ])('“%s” is refused with a sentence', async (words) => {
    await first();
    const { ok, lines } = await task(words);
    expect(ok).toBe(false);
    expect(lines.join(' ')).toMatch(/which|holds no|not a command|neither/);
  });
});

describe('with the root keys offline', () => {
  const [here, safe] = ['usb', 'safe'];
  let places: { here: string; safe: string };
  beforeEach(async () => {
    await first();
    const folder = await temporaryFolder();
    places = { here: join(folder, here), safe: join(folder, safe) };
    for (const place of Object.values(places)) await mkdir(place, { mode: 0o700 });
    const [one = '', two = '', three = ''] = await readdir(layout.offline);
    await rename(join(layout.offline, one), join(places.here, one));
    await rename(join(layout.offline, two), join(places.safe, two));
    await rm(join(layout.offline, three));
  });

  test('one of them alone makes a draft, which changes nothing yet', async () => {
    const { ok, lines } = await task('renew', { roots: [places.here] });
    expect(ok).toBe(true);
    expect(lines[0]).toContain('1 of 2');
    expect((await keyring()).keyset.version).toBe(1);
    expect((await task(`install ${layout.draft}`)).lines[0]).toContain('1 root keys have signed it; 2 must');
  });

  test('the draft is carried to a second, signed there, and put in place', async () => {
    await task('rotate', { roots: [places.here] });
    const carried = join(places.safe, '..', 'draft');
    await copyFile(layout.draft, carried);
    expect((await task(`sign ${carried}`, { data: 'nowhere', roots: [places.safe] })).ok).toBe(true);
    expect((await task(`install ${carried}`)).ok).toBe(true);
    const after = await keyring();
    expect([after.keyset.version, after.feed.length]).toEqual([2, 2]);
  });

  test('the same root key twice is one', async () => {
    await task('renew', { roots: [places.here] });
    await task(`sign ${layout.draft}`, { roots: [places.here, places.here] });
    expect((await task(`install ${layout.draft}`)).ok).toBe(false);
  });

  test('both at hand are enough', async () => {
    expect((await task('renew', { roots: [places.here, places.safe] })).ok).toBe(true);
    expect((await keyring()).keyset.version).toBe(2);
  });

  test('a draft of before is not put in the place of a newer keyset', async () => {
    await task('renew', { roots: [places.here] });
    await task(`sign ${layout.draft}`, { roots: [places.safe] });
    const old = join(places.here, 'old');
    await copyFile(layout.draft, old);
    await task(`install ${layout.draft}`);
    await task('renew', { roots: [places.here, places.safe] });
    expect((await task(`install ${old}`)).lines[0]).toContain('version 3');
  });

  test('root keys that others may read are refused', async () => {
    await chmod(places.here, 0o755);
    expect((await task('renew', { roots: [places.here] })).lines[0]).toContain('may be read by others');
  });
});

test('the person is told when the keys end, and that root keys belong offline', async () => {
  const ring = await first();
  const tell = (now: number) =>
    welcome({ base: 'http://127.0.0.1:1', trustPath: layout.trust }, settingsFor(layout.data), now);
  expect(daysLeft(ring, NOW)).toBe(366 - 1);
  expect((await tell(NOW)).join('\n')).toContain('belong offline');
  expect((await tell(NOW)).join('\n')).not.toContain('keys renew');
  expect((await tell(NOW + 330 * DAY)).join('\n')).toContain('The keys end in 35 days');
  await rm(layout.offline, { recursive: true });
  expect((await tell(NOW)).join('\n')).not.toContain('belong offline');
});

test('only a node that readers come to tells how to build the extension with it; the others say what they are for', async () => {
  await first();
  const tell = async (role: Role) =>
    (
      await welcome(
        { base: 'http://127.0.0.1:1', trustPath: layout.trust },
        settingsFor(layout.data, { role }),
        NOW,
      )
    ).join('\n');
  for (const role of ['all', 'publisher'] as const) expect(await tell(role)).toContain('npm run build');
  for (const role of ['ingest', 'witness'] as const)
    expect(await tell(role)).not.toMatch(/build|trust\.json/);
  expect(await tell('ingest')).toContain('Reports are taken at http://127.0.0.1:1/v1/reports');
  expect(await tell('witness')).toContain('--witness http://127.0.0.1:1');
});
