import type { Layout } from '../keys/layout.ts';
import { openDiskFile } from '../publish/disk-file.ts';
import { openObjectFile, rightsFrom } from '../publish/object-file.ts';
import type { PublishedFile } from '../publish/published-file.ts';
import { StartRefused } from './refusal.ts';

export interface Files {
  readonly feed: PublishedFile;
  /** Null where this server serves the keys itself. */
  readonly keys: PublishedFile | null;
}

/** Where the signed files are put: the data folder, or an object store. @throws StartRefused without rights to the store */
export const openFiles = async (
  layout: Layout,
  objectStore: string | null,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Files> => {
  if (objectStore === null) return { feed: await openDiskFile(layout.published, 'feed.json'), keys: null };
  const rights = rightsFrom(env);
  if (!rights)
    throw new StartRefused('--object-store needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY to be set');
  return {
    feed: openObjectFile(`${objectStore}/v1/feed.json`, rights),
    keys: openObjectFile(`${objectStore}/v1/keys.json`, rights),
  };
};

/** Puts the keys beside the feed if they are not there yet as they are. True when they are there afterwards. */
export const publishKeys = async (file: PublishedFile, bytes: Uint8Array): Promise<boolean> => {
  const read = await file.read();
  if (!read.ok) return false;
  if (read.value && Buffer.compare(read.value.bytes, bytes) === 0) return true;
  return (await file.replace(bytes, read.value?.version ?? null)).ok;
};
