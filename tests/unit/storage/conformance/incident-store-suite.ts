import { describe, expect, it } from 'vitest';
import type { IncidentIndex, IncidentStore } from '../../../../lib/storage/stores.ts';
import { incidentOf, MINUTE, NOON } from '../sample-data.ts';

type Store = IncidentStore & IncidentIndex;

const FOUR = [
  incidentOf('a', NOON, { note: 'Café à Paris' }),
  incidentOf('b', NOON + MINUTE, { service: 'instagram', cause: 'account-compromise' }),
  incidentOf('c', NOON + 2 * MINUTE, { closedAt: null }),
  incidentOf('d', NOON + 3 * MINUTE, { service: 'instagram' }),
];

/** What every store of incidents must do, wherever it keeps its data. */
export const incidentStoreSuite = (name: string, open: () => Promise<Store>): void => {
  const filled = async (): Promise<Store> => {
    const store = await open();
    await store.put(FOUR);
    return store;
  };
  const ids = (found: readonly { readonly id: string }[]): string => found.map((one) => one.id).join('');

  describe(`${name}, as a store of incidents`, () => {
    it('gives back an incident as it was put, and null for one it does not know', async () => {
      const store = await filled();
      expect(await store.get('b')).toEqual(FOUR[1]);
      expect(await store.get('unknown')).toBeNull();
    });

    it('lists the newest first, with equal times in one fixed order', async () => {
      const store = await filled();
      await store.put([incidentOf('e', NOON), incidentOf('0', NOON)]);
      expect(ids(await store.list({}))).toBe('dcbea0');
    });

    it('filters by service, cause and time of opening, and stops at the limit', async () => {
      const store = await filled();
      expect(ids(await store.list({ service: 'instagram' }))).toBe('db');
      expect(ids(await store.list({ cause: 'account-compromise' }))).toBe('b');
      expect(ids(await store.list({ from: NOON + MINUTE, to: NOON + 2 * MINUTE }))).toBe('cb');
      expect(ids(await store.list({ limit: 3 }))).toBe('dcb');
      expect(ids(await store.list({ service: 'instagram', limit: 1 }))).toBe('d');
      expect(ids(await store.list({ limit: 0 }))).toBe('');
      expect(ids(await store.list({ from: NOON + 1, to: NOON }))).toBe('');
    });

    it('knows which are open, also after they change', async () => {
      const store = await filled();
      expect(ids(await store.open())).toBe('c');
      await store.put([incidentOf('c', NOON + 2 * MINUTE), incidentOf('a', NOON, { closedAt: null })]);
      await store.put([incidentOf('f', NOON + 9 * MINUTE, { closedAt: null })]);
      expect(ids(await store.open())).toBe('fa');
    });

    it('finds summaries by words of the note, service and cause, whatever the case and accents', async () => {
      const store = await filled();
      expect(ids(await store.summaries({ text: 'cafe PARIS' }))).toBe('a');
      expect(ids(await store.summaries({ text: 'instagram compromise' }))).toBe('b');
      expect(ids(await store.summaries({ text: ' outage ' }))).toBe('dca');
      expect(ids(await store.summaries({ text: 'paris instagram' }))).toBe('');
      expect(ids(await store.summaries({ text: 'outage', service: 'facebook', limit: 1 }))).toBe('c');
    });

    it('summarises what stands now', async () => {
      const store = await filled();
      expect(await store.summaries({ service: 'facebook', to: NOON })).toEqual([
        {
          id: 'a',
          service: 'facebook',
          openedAt: NOON,
          closedAt: NOON + 60 * MINUTE,
          cause: 'outage',
          certainty: 'confident',
          alarm: 'none',
          note: 'Café à Paris',
        },
      ]);
      await store.put([incidentOf('a', NOON, { cause: 'account-compromise', closedAt: null })]);
      const [changed] = await store.summaries({ to: NOON });
      expect(changed).toMatchObject({ cause: 'account-compromise', alarm: 'act', closedAt: null, note: '' });
    });

    it('refuses an incident that does not fit, and writes none of those beside it', async () => {
      const store = await open();
      await expect(
        store.put([incidentOf('a', NOON), { ...incidentOf('b', NOON), verdicts: [] }]),
      ).rejects.toThrow();
      expect(await store.list({})).toEqual([]);
    });

    it('removes one and leaves the others', async () => {
      const store = await filled();
      await store.remove('c');
      await store.remove('unknown');
      expect(ids(await store.list({}))).toBe('dba');
      expect(await store.open()).toEqual([]);
      expect(ids(await store.summaries({}))).toBe('dba');
    });

    it('retains the newest by number, and tells how many went', async () => {
      const store = await filled();
      expect(await store.retain(-Infinity, 3)).toBe(1);
      expect(ids(await store.list({}))).toBe('dcb');
    });

    it('retains by time, whichever limit is met first', async () => {
      const store = await filled();
      expect(await store.retain(NOON + MINUTE, 100)).toBe(1);
      expect(await store.retain(NOON + MINUTE, 2)).toBe(1);
      expect(ids(await store.list({}))).toBe('dc');
      expect(await store.retain(NOON, 2)).toBe(0);
    });

    it('never lets go of an open incident', async () => {
      const store = await filled();
      expect(await store.retain(Infinity, 0)).toBe(3);
      expect(ids(await store.list({}))).toBe('c');
    });

    it('is empty after erasing', async () => {
      const store = await filled();
      await store.erase();
      expect([await store.list({}), await store.open(), await store.summaries({})]).toEqual([[], [], []]);
    });
  });
};
