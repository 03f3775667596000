import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Keyset, SigningRole } from '../../lib/model/signed-feed.ts';
import { toTimestamp } from '../../lib/model/timestamp.ts';
import { makePrivateKey, publicHalf, readySigningKey } from '../signing/signing-key.ts';
import { readJsonFile, writeKey } from './key-files.ts';
import { draftOf, KEYSET_LIFE, signDraft } from './keyset-draft.ts';
import type { Layout } from './layout.ts';
import { writeWhole } from './private-files.ts';

/**
 * Three root keys of which two must sign, also for somebody who starts alone: the root can never be changed in
 * packages that are out, so it has to be one that can grow up. Taking files away makes it strict; nothing else has to
 * change, and a lost one does no harm.
 */
const ROOT_KEYS = 3;
const ROOT_THRESHOLD = 2;

/** Makes all keys of a new feed. They appear together or not at all; keys that are there are never touched. */
export const makeFirstKeys = async (layout: Layout, now: number): Promise<'made' | 'there'> => {
  if ((await readJsonFile(layout.root)) !== undefined) return 'there';
  const folder = await mkdtemp(join(layout.data, '.keys-'));
  await chmod(folder, 0o700);
  await mkdir(join(folder, 'root'), { mode: 0o700 });
  const roots = await Promise.all(Array.from({ length: ROOT_KEYS }, () => makePrivateKey('root')));
  const [feed, witness] = await Promise.all([makePrivateKey('feed'), makePrivateKey('witness')]);
  const root: SigningRole = { threshold: ROOT_THRESHOLD, keys: roots.map(publicHalf) };
  const keys: Keyset = {
    format: 'outage-or-hacked/keys@1',
    version: 1,
    expiresAt: toTimestamp(now + KEYSET_LIFE),
    epoch: 1,
    roles: {
      feed: { threshold: 1, keys: [publicHalf(feed)] },
      witness: { threshold: 1, keys: [publicHalf(witness)] },
    },
  };
  const signing = await Promise.all(roots.slice(0, ROOT_THRESHOLD).map(readySigningKey));
  const signed = await signDraft(
    draftOf(keys),
    root,
    signing.filter((key) => key !== null),
  );
  for (const key of roots) await writeKey(join(folder, 'root'), key);
  for (const key of [feed, witness]) await writeKey(folder, key);
  await writeWhole(join(folder, 'keyset.json'), JSON.stringify(signed));
  await writeWhole(join(folder, 'root.json'), `${JSON.stringify(root, null, 2)}\n`);
  try {
    await rename(folder, layout.keys);
    return 'made';
  } catch {
    // Another start was faster, or a folder with something in it is there already: it stays as it is.
    await rm(folder, { recursive: true });
    return 'there';
  }
};
