import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../../lib/model/observation.ts';
import type { ObservationLog } from '../../../../lib/storage/stores.ts';
import { logout, MINUTE, NOON, pageSeen } from '../sample-data.ts';

/** What every log must do, wherever it keeps its data. */
export const observationLogSuite = (name: string, open: () => Promise<ObservationLog>): void => {
  describe(`${name}, as a log`, () => {
    it('reads back what was written, oldest first', async () => {
      const log = await open();
      await log.append([pageSeen(NOON + MINUTE)]);
      await log.append([pageSeen(NOON, 'error')]);
      expect(await log.read(NOON, NOON + MINUTE)).toEqual([pageSeen(NOON, 'error'), pageSeen(NOON + MINUTE)]);
    });

    it('keeps the order of writing among equal times', async () => {
      const log = await open();
      await log.append([logout(NOON, 'everywhere'), pageSeen(NOON), logout(NOON, 'here')]);
      await log.append([pageSeen(NOON, 'error')]);
      expect(await log.read(NOON, NOON)).toEqual([
        logout(NOON, 'everywhere'),
        pageSeen(NOON),
        logout(NOON, 'here'),
        pageSeen(NOON, 'error'),
      ]);
    });

    it('reads both ends of a span and nothing outside', async () => {
      const log = await open();
      await log.append([NOON - 1, NOON, NOON + 5, NOON + 6].map((at) => pageSeen(at)));
      expect(await log.read(NOON, NOON + 5)).toEqual([pageSeen(NOON), pageSeen(NOON + 5)]);
      expect(await log.read(-Infinity, Infinity)).toHaveLength(4);
      expect(await log.read(NOON + 5, NOON)).toEqual([]);
      expect(await log.read(Number.NaN, Infinity)).toEqual([]);
    });

    it('refuses an observation that does not fit, and writes none of those beside it', async () => {
      const log = await open();
      const stray = { ...pageSeen(NOON), address: 'kept by mistake' };
      await expect(log.append([pageSeen(NOON), stray])).rejects.toThrow();
      expect(await log.read(-Infinity, Infinity)).toEqual([]);
    });

    it('is not changed by what the caller does with its objects afterwards', async () => {
      const log = await open();
      const mine = { ...pageSeen(NOON) };
      await log.append([mine]);
      (mine as { page: string }).page = 'home';
      expect(await log.read(NOON, NOON)).toEqual([pageSeen(NOON)]);
    });

    it('prunes what is older, but for the spans that are kept', async () => {
      const log = await open();
      await log.append([0, 1, 2, 3, 4, 5, 6, 7].map((minutes) => pageSeen(NOON + minutes * MINUTE)));
      await log.prune(NOON + 6 * MINUTE, [
        { from: NOON + 3 * MINUTE, to: NOON + 4 * MINUTE },
        { from: NOON + MINUTE, to: NOON + MINUTE },
        { from: NOON + 4 * MINUTE, to: NOON + 4 * MINUTE },
      ]);
      const left = await log.read(-Infinity, Infinity);
      expect(left).toEqual([1, 3, 4, 6, 7].map((minutes) => pageSeen(NOON + minutes * MINUTE)));
    });

    it('removes what one service left in a span, and nothing else', async () => {
      const log = await open();
      const other = { ...logout(NOON + 1, 'here'), service: 'instagram' } as Observation;
      await log.append([pageSeen(NOON - 1), pageSeen(NOON), other, pageSeen(NOON + 2), pageSeen(NOON + 3)]);
      await log.removeSpan('facebook', NOON, NOON + 2);
      expect(await log.read(-Infinity, Infinity)).toEqual([pageSeen(NOON - 1), other, pageSeen(NOON + 3)]);
    });

    it('prunes everything older when nothing is to be kept', async () => {
      const log = await open();
      await log.append([pageSeen(NOON - 1), pageSeen(NOON)]);
      await log.prune(NOON);
      expect(await log.read(-Infinity, Infinity)).toEqual([pageSeen(NOON)]);
    });

    it("removes one service's observations of a span, both ends included, and nothing else", async () => {
      const log = await open();
      const others = [pageSeen(NOON - 1), logout(NOON, 'here'), pageSeen(NOON + 3)];
      await log.append([...others, pageSeen(NOON), pageSeen(NOON + 2)]);
      await log.removeSpan('facebook', NOON, NOON + 2);
      expect(await log.read(-Infinity, Infinity)).toEqual(others);
      await log.removeSpan('facebook', NOON + 9, NOON - 9);
      expect(await log.read(-Infinity, Infinity)).toEqual(others);
    });

    it('is empty after erasing, and can be written again', async () => {
      const log = await open();
      await log.append([pageSeen(NOON)]);
      await log.erase();
      expect(await log.read(-Infinity, Infinity)).toEqual([]);
      await log.append([pageSeen(NOON + 1)]);
      expect(await log.read(-Infinity, Infinity)).toEqual([pageSeen(NOON + 1)]);
    });

    it('keeps every entry of appends that run at the same time', async () => {
      const log = await open();
      await Promise.all(Array.from({ length: 20 }, (_, at) => log.append([pageSeen(NOON + at)])));
      expect(await log.read(-Infinity, Infinity)).toHaveLength(20);
    });
  });
};
