import { rename, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { serviceId } from '../../lib/model/service-id.ts';
import { z } from '../../lib/model/zod.ts';
import { COUNT_KINDS } from './count-kinds.ts';
import { LARGEST_KEPT } from './count-limits.ts';
import type { BucketCount } from './count-store.ts';

/** Where the numbers of the open buckets outlive the process that counted them. */
export interface KeptCounts {
  /** What was there at the opening; nothing when there was nothing, or nothing that fits. */
  readonly found: readonly BucketCount[];
  /** Whether there was something that does not fit. */
  readonly damaged: boolean;
  /** Keeps these in place of what was kept before, whole or not at all. False when that could not be done. */
  keep(counts: readonly BucketCount[]): Promise<boolean>;
}

const amount = z.int().check(z.gte(0));
const keptFile = z.strictObject({
  format: z.literal('outage-or-hacked/counts@1'),
  counts: z.array(
    z.strictObject({
      service: serviceId,
      kind: z.enum(COUNT_KINDS),
      bucket: amount,
      reports: amount,
      networks: amount,
      blocks: z.array(amount).check(z.maxLength(LARGEST_KEPT)),
      regions: z.record(z.string(), amount),
    }),
  ),
});

/** Where counts are written before they take the place of those before. */
export const draftOf = (path: string): string => `${path}.part`;

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const readNow = (path: string): Pick<KeptCounts, 'found' | 'damaged'> => {
  try {
    const parsed = z.safeParse(keptFile, JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? { found: parsed.data.counts, damaged: false } : { found: [], damaged: true };
  } catch (error) {
    return { found: [], damaged: !isMissing(error) };
  }
};

/**
 * Counts kept in a file: numbers alone, no address and no hash. It appears whole, by renaming, and outlives a killed process;
 * nothing waits for the disk, so a power cut may cost it.
 */
export const openKeptCounts = (path: string): KeptCounts => ({
  ...readNow(path),
  async keep(counts) {
    const draft = draftOf(path);
    const text = JSON.stringify({ format: 'outage-or-hacked/counts@1', counts });
    try {
      await writeFile(draft, text, { mode: 0o600 });
      await rename(draft, path);
      return true;
    } catch {
      return false;
    }
  },
});
