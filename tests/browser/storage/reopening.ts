import { describe, expect, it } from 'vitest';
import { openDatabase, type Opened } from '../../../lib/storage/database.ts';
import { createObservationLog } from '../../../lib/storage/observation-log.ts';
import { UPGRADES } from '../../../lib/storage/upgrades/ordered-upgrades.ts';
import { NOON, pageSeen } from '../../unit/storage/sample-data.ts';

const NEXT = [...UPGRADES, { version: UPGRADES.length + 1, apply() {} }];

const logOf = (opened: Opened) => {
  if (!opened.ok) throw new Error(opened.reason);
  return createObservationLog(opened.database);
};

/** What several pages with one database do to each other; the browser is the judge. */
export const reopening = (): void => {
  describe('pages with one database', () => {
    it('share it, and an older one lets go when a newer version comes', async () => {
      const name = crypto.randomUUID();
      const [one, two] = [logOf(await openDatabase({ name })), logOf(await openDatabase({ name }))];
      await one.append([pageSeen(NOON)]);
      expect(await two.read(NOON, NOON)).toHaveLength(1);

      const newer = logOf(await openDatabase({ name, upgrades: NEXT, blockedGrace: 60_000 }));

      expect(await newer.read(NOON, NOON)).toHaveLength(1);
      await expect(two.read(NOON, NOON)).rejects.toThrow();
      expect(await openDatabase({ name })).toEqual({ ok: false, reason: 'newer-version' });
    });

    it('end as blocked when one does not let go', async () => {
      const name = crypto.randomUUID();
      const held = indexedDB.open(name, 1);
      await new Promise((resolve) => held.addEventListener('success', resolve));
      expect(await openDatabase({ name, upgrades: NEXT, blockedGrace: 0 })).toEqual({
        ok: false,
        reason: 'blocked',
      });
      held.result.close();
    });
  });
};
