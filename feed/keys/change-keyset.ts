import { rm } from 'node:fs/promises';
import { signedEnvelope, type Keyset, type SigningRole } from '../../lib/model/signed-feed.ts';
import { z } from '../../lib/model/zod.ts';
import type { SigningKey } from '../signing/signing-key.ts';
import { isSignedBy, signersOf } from '../signing/verify-envelope.ts';
import { readJsonFile, readKeyFolder, type KeysRead } from './key-files.ts';
import { draftOf, keysetIn, signDraft, type KeysetDraft } from './keyset-draft.ts';
import type { Layout } from './layout.ts';
import { writeWhole, type Problem } from './private-files.ts';

export type Change =
  | { readonly done: 'installed'; readonly version: number }
  /** Root keys are missing: the draft lies in a file, to be carried to them. */
  | { readonly done: 'drafted'; readonly path: string; readonly signatures: number; readonly needed: number }
  | { readonly done: 'refused'; readonly problem: Problem };

/** The private root keys in these folders. */
export const readRootKeys = async (folders: readonly string[]): Promise<KeysRead> => {
  const keys: SigningKey[] = [];
  for (const folder of folders) {
    const read = await readKeyFolder(folder);
    if (!read.ok) return read;
    keys.push(...read.keys);
  }
  return { ok: true, keys };
};

/** Puts a keyset in place if enough root keys signed it and it is newer than the one in place; else says why not. */
export const installKeyset = async (
  layout: Layout,
  root: SigningRole,
  draft: KeysetDraft,
): Promise<Change> => {
  const refused = (problem: Problem): Change => ({ done: 'refused', problem });
  const next = keysetIn(draft);
  if (!next) return refused('that file holds no keyset');
  const signatures = (await signersOf(draft, root.keys)).size;
  if (signatures < root.threshold)
    return refused(`${signatures} root keys have signed it; ${root.threshold} must`);
  const placed = z.safeParse(signedEnvelope, await readJsonFile(layout.keyset));
  const before = placed.success && (await isSignedBy(placed.data, root)) ? keysetIn(placed.data) : null;
  if (before && (next.version <= before.version || next.epoch < before.epoch))
    return refused(`version ${before.version} of epoch ${before.epoch} is in place, and not older`);
  await writeWhole(layout.keyset, JSON.stringify(draft));
  await rm(layout.draft, { force: true });
  return { done: 'installed', version: next.version };
};

/** Signs a new keyset with the root keys at hand; puts it in place, or leaves a draft when they are not enough. */
export const changeKeyset = async (
  layout: Layout,
  root: SigningRole,
  next: Keyset,
  rootKeys: readonly SigningKey[],
): Promise<Change> => {
  const draft = await signDraft(draftOf(next), root, rootKeys);
  const signatures = (await signersOf(draft, root.keys)).size;
  if (signatures >= root.threshold) return installKeyset(layout, root, draft);
  await writeWhole(layout.draft, JSON.stringify(draft));
  return { done: 'drafted', path: layout.draft, signatures, needed: root.threshold };
};
