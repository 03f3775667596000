import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { feedTrust, publicKey, type Keyset } from '../../lib/model/signed-feed.ts';
import { z } from '../../lib/model/zod.ts';
import { makePrivateKey, publicHalf } from '../signing/signing-key.ts';
import { changeKeyset, installKeyset, readRootKeys, type Change } from './change-keyset.ts';
import { readJsonFile, writeKey } from './key-files.ts';
import { keysetDraft, signDraft } from './keyset-draft.ts';
import { daysLeft, readKeyring, type Keyring } from './keyring.ts';
import { layoutOf, type Layout } from './layout.ts';
import { renewed, replaced, retired, rotated, witnessedBy } from './next-keyset.ts';
import { makePrivateFolder, writeWhole, type Problem } from './private-files.ts';

/** What to do with the keys of a data folder. */
export interface KeyTask {
  readonly words: readonly string[];
  readonly data: string;
  /** Folders of root keys; empty for the one that the first run made. */
  readonly roots: readonly string[];
  readonly key: 'feed' | 'witness';
  readonly newEpoch: boolean;
}

/** Lines for the terminal, and whether it was done. */
export interface Told {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

const refused = (problem: Problem): Told => ({ ok: false, lines: [problem] });
const done = (...lines: string[]): Told => ({ ok: true, lines });

const tell = (change: Change, { data }: Layout): Told => {
  if (change.done === 'refused') return refused(change.problem);
  if (change.done === 'installed')
    return done(
      `Keyset ${change.version} is in place. A running server takes it up on SIGHUP or at its next start.`,
    );
  return done(
    `${change.signatures} of ${change.needed} root keys were at hand. The draft is ${change.path}.`,
    'Carry it to another root key:  npm run feed -- keys sign FILE --root DIR',
    `Then put it in place here:     npm run feed -- keys install FILE --data ${data}`,
  );
};

const show = (keyring: Keyring, now: number): Told => {
  const { keyset, feed, witness, root } = keyring;
  const here = new Set([...feed, ...witness].map((key) => key.public.kid));
  const names = (role: 'feed' | 'witness'): string =>
    keyset.roles[role].keys.map(({ kid }) => (here.has(kid) ? `${kid} (here)` : kid)).join(', ');
  return done(
    `keyset   version ${keyset.version}, epoch ${keyset.epoch}, until ${keyset.expiresAt} (${Math.floor(daysLeft(keyring, now))} days)`,
    `root     ${root.keys.map(({ kid }) => kid).join(', ')}; ${root.threshold} must sign`,
    `feed     ${names('feed')}`,
    `witness  ${names('witness')}`,
  );
};

const makeWitness = async (layout: Layout): Promise<Told> => {
  const closed = (await makePrivateFolder(layout.data)) ?? (await makePrivateFolder(layout.keys));
  if (closed) return refused(closed);
  const key = await makePrivateKey('witness');
  await writeKey(layout.keys, key);
  const path = join(layout.data, 'witness-public.json');
  await writeWhole(path, `${JSON.stringify(publicHalf(key))}\n`);
  return done(`The witness key is made. Take its public half to the first machine: ${path}`);
};

const install = async (layout: Layout, path: string): Promise<Told> => {
  const content = await readJsonFile(path);
  const trust = z.safeParse(feedTrust, content);
  const known = await readKeyring(layout);
  if (trust.success && !known.ok) {
    const closed = await makePrivateFolder(layout.data);
    if (closed) return refused(closed);
    await mkdir(layout.keys, { recursive: true, mode: 0o700 });
    const change = await installKeyset(layout, trust.data.root, trust.data.keyset);
    if (change.done === 'installed') {
      await writeWhole(layout.root, `${JSON.stringify(trust.data.root, null, 2)}\n`);
      // Where the feed is, and its newer keys with it.
      await writeWhole(layout.trust, `${JSON.stringify(trust.data, null, 2)}\n`);
    }
    return tell(change, layout);
  }
  if (!known.ok) return refused(known.problem);
  const draft = trust.success ? trust.data.keyset : z.safeParse(keysetDraft, content).data;
  if (!draft) return refused(`${path} holds neither a draft nor a trust`);
  return tell(await installKeyset(layout, known.keyring.root, draft), layout);
};

const sign = async (path: string, folders: readonly string[]): Promise<Told> => {
  const draft = z.safeParse(keysetDraft, await readJsonFile(path));
  if (!draft.success) return refused(`${path} holds no draft`);
  const keys = await readRootKeys(folders);
  if (!keys.ok) return refused(keys.problem);
  if (keys.keys.length === 0) return refused(`there is no root key in ${folders.join(', ')}`);
  const root = { threshold: 1, keys: keys.keys.map((key) => key.public) };
  const signed = await signDraft(draft.data, root, keys.keys);
  await writeWhole(path, JSON.stringify(signed));
  return done(`${signed.signatures.length} root keys have signed ${path}.`);
};

const nextKeyset = async (
  task: KeyTask,
  layout: Layout,
  before: Keyset,
  now: number,
): Promise<Keyset | Problem> => {
  const [word, path] = task.words;
  if (word === 'renew') return renewed(before, now);
  if (word === 'retire') return retired(before, now);
  if (word === 'rotate') {
    const key = await makePrivateKey(task.key);
    await writeKey(layout.keys, key);
    return (task.newEpoch ? replaced : rotated)(before, task.key, publicHalf(key), now);
  }
  if (word !== 'use-witness') return `keys ${word ?? ''}: not a command; --help lists them`;
  if (path === undefined) return 'keys use-witness FILE: which public key?';
  const key = z.safeParse(publicKey, await readJsonFile(path));
  return key.success ? witnessedBy(before, key.data, now) : `${path} holds no public key`;
};

/** Does one thing with the keys of a data folder at `now` (milliseconds since 1970). */
export const runKeyTask = async (task: KeyTask, now: number): Promise<Told> => {
  const layout = layoutOf(task.data);
  const [word, path] = task.words;
  const folders = task.roots.length > 0 ? task.roots : [layout.offline];
  if (word === 'make-witness') return makeWitness(layout);
  if (word === 'install' || word === 'sign') {
    if (path === undefined) return refused(`keys ${word} FILE: which file?`);
    return word === 'install' ? install(layout, path) : sign(path, folders);
  }
  const read = await readKeyring(layout);
  if (!read.ok) return refused(read.problem);
  if (word === 'show') return show(read.keyring, now);
  const rootKeys = await readRootKeys(folders);
  if (!rootKeys.ok) return refused(rootKeys.problem);
  const next = await nextKeyset(task, layout, read.keyring.keyset, now);
  if (typeof next === 'string') return refused(next);
  return tell(await changeKeyset(layout, read.keyring.root, next, rootKeys.keys), layout);
};
