import type { KeyValueArea } from '../model/key-value-area.ts';
import type { Trouble } from '../model/snapshot.ts';
import { z } from '../model/zod.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { createStoredItem } from './stored-item.ts';
import type { TroubleStore } from './stores.ts';

export const TROUBLES_KEY = 'troubles';
const TROUBLES = ['log-set-aside', 'storage-full', 'newer-version'] as const satisfies readonly Trouble[];

/**
 * What the person must be told about stored data, until it is dealt with. Troubles that cannot be written, since the
 * area is full itself, are kept in memory: telling of a full disk must not depend on the disk.
 */
export const createTroubleStore = (area: KeyValueArea): TroubleStore => {
  const inTurn = oneAtATime();
  let unsaved: readonly Trouble[] | null = null;
  const item = createStoredItem<Trouble[]>({
    area,
    key: TROUBLES_KEY,
    version: 1,
    schema: z.array(z.enum(TROUBLES)),
    fallback: [],
  });
  const read = async (): Promise<Trouble[]> => [...new Set([...(await item.read()), ...(unsaved ?? [])])];
  const write = async (troubles: Trouble[]): Promise<void> => {
    try {
      await item.write(troubles);
      unsaved = null;
    } catch {
      unsaved = troubles;
    }
  };
  return {
    read,
    add: (trouble) =>
      inTurn(async () => {
        const standing = await read();
        if (!standing.includes(trouble)) await write([...standing, trouble]);
      }),
    clear: (trouble) =>
      inTurn(async () => {
        const standing = await read();
        if (standing.includes(trouble)) await write(standing.filter((one) => one !== trouble));
      }),
  };
};
