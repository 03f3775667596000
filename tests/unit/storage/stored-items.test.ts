import { describe, expect, it, vi } from 'vitest';
import type { KeyValueArea } from '../../../lib/model/key-value-area.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/model/settings.ts';
import { z } from '../../../lib/model/zod.ts';
import { createMemoryArea } from '../../../lib/storage/memory-area.ts';
import { createRunState } from '../../../lib/storage/run-state.ts';
import { createSettingsStore } from '../../../lib/storage/settings-store.ts';
import { createStoredItem } from '../../../lib/storage/stored-item.ts';
import { createTroubleStore } from '../../../lib/storage/trouble-store.ts';

const MINE: Settings = { ...DEFAULT_SETTINGS, language: 'fr', watched: ['instagram'] };

const fullArea = (area: KeyValueArea, message = 'QUOTA_BYTES quota exceeded'): KeyValueArea => ({
  ...area,
  set: async () => {
    throw new Error(message);
  },
});

describe('settings', () => {
  it('are the defaults where nothing is stored, and then what was written', async () => {
    const area = createMemoryArea();
    expect(await createSettingsStore(area).read()).toEqual(DEFAULT_SETTINGS);
    await createSettingsStore(area).write(MINE);
    expect(await createSettingsStore(area).read()).toEqual(MINE);
    expect(await area.get('settings')).toEqual({ version: 1, value: MINE });
  });

  it.each([
    ['a text', 'garbage'],
    ['null', null],
    ['no envelope', MINE],
    ['a half-written value', { version: 1, value: { version: 1, watched: ['facebook'] } }],
    ['a word that nobody knows', { version: 1, value: { ...MINE, theme: 'purple' } }],
    ['an impossible version', { version: 0, value: MINE }],
  ])('are the defaults when %s is stored, which is set aside', async (_what, found) => {
    const area = createMemoryArea({ settings: found });
    expect(await createSettingsStore(area).read()).toEqual(DEFAULT_SETTINGS);
    expect(await area.get('settings:set-aside')).toEqual([found]);
    expect(await area.get('settings')).toBeUndefined();
  });

  it('of a newer version are left as they are, also when the person changes something', async () => {
    const found = { version: 2, value: { ...MINE, version: 2, colour: 'purple' } };
    const area = createMemoryArea({ settings: found });
    const told = vi.fn(async () => {});
    const store = createSettingsStore(area, told);
    expect(await store.read()).toEqual(DEFAULT_SETTINGS);
    expect(await store.read()).toEqual(DEFAULT_SETTINGS);
    expect(told).toHaveBeenCalledOnce();
    await store.write(MINE);
    expect(await area.get('settings')).toEqual(found);
    expect(await createSettingsStore(area).read()).toEqual(MINE);
  });

  it('that cannot be written reject with the reason, and the old ones stay', async () => {
    const area = createMemoryArea({ settings: { version: 1, value: MINE } });
    const write = (to: KeyValueArea) => createSettingsStore(to).write(DEFAULT_SETTINGS);
    await expect(write(fullArea(area))).rejects.toMatchObject({ reason: 'quota' });
    await expect(write(fullArea(area, 'read only'))).rejects.toMatchObject({ reason: 'unavailable' });
    expect(await createSettingsStore(area).read()).toEqual(MINE);
  });

  it('are the defaults for once when the area does not answer', async () => {
    const get = vi.fn<KeyValueArea['get']>().mockRejectedValueOnce(new Error('not now'));
    get.mockResolvedValue({ version: 1, value: MINE });
    const store = createSettingsStore({ ...createMemoryArea(), get });
    expect(await store.read()).toEqual(DEFAULT_SETTINGS);
    expect(await store.read()).toEqual(MINE);
  });

  it('refuse a value that does not fit', async () => {
    const area = createMemoryArea();
    const wrong = { ...MINE, password: 'no' } as Settings;
    await expect(createSettingsStore(area).write(wrong)).rejects.toThrow();
    expect(await area.get('settings')).toBeUndefined();
  });
});

describe('an item with upgrades', () => {
  const upgrades = [
    (value: unknown) => ({ words: [(value as { word: string }).word] }),
    (value: unknown) => ({ ...(value as object), loud: false }),
  ];
  const itemIn = (area: KeyValueArea) =>
    createStoredItem({
      area,
      key: 'item',
      version: 3,
      schema: z.strictObject({ words: z.array(z.string()), loud: z.boolean() }),
      fallback: { words: [], loud: false },
      upgrades,
    });

  it.each([
    ['the first version', { version: 1, value: { word: 'a' } }],
    ['the second', { version: 2, value: { words: ['a'] } }],
    ['the newest', { version: 3, value: { words: ['a'], loud: false } }],
  ])('reads a value of %s', async (_what, found) => {
    expect(await itemIn(createMemoryArea({ item: found })).read()).toEqual({ words: ['a'], loud: false });
  });

  it('sets aside a value that an upgrade cannot take', async () => {
    const area = createMemoryArea({ item: { version: 1, value: null } });
    expect(await itemIn(area).read()).toEqual({ words: [], loud: false });
    expect(await area.get('item:set-aside')).toEqual([{ version: 1, value: null }]);
  });

  it('keeps the first unreadable values when ever more come', async () => {
    const area = createMemoryArea();
    for (let nth = 0; nth < 15; nth += 1) {
      await area.set('item', `garbage ${nth}`);
      await itemIn(area).read();
    }
    const kept = (await area.get('item:set-aside')) as string[];
    expect(kept).toEqual(Array.from({ length: 10 }, (_, nth) => `garbage ${nth}`));
  });
});

describe('troubles', () => {
  it('stand until they are dealt with, each once', async () => {
    const area = createMemoryArea();
    const troubles = createTroubleStore(area);
    await Promise.all([
      troubles.add('storage-full'),
      troubles.add('log-set-aside'),
      troubles.add('storage-full'),
    ]);
    expect(await createTroubleStore(area).read()).toEqual(['storage-full', 'log-set-aside']);
    await troubles.clear('storage-full');
    await troubles.clear('newer-version');
    expect(await createTroubleStore(area).read()).toEqual(['log-set-aside']);
  });

  it('are told of even when they cannot be written', async () => {
    const troubles = createTroubleStore(fullArea(createMemoryArea()));
    await troubles.add('storage-full');
    await troubles.add('newer-version');
    expect(await troubles.read()).toEqual(['storage-full', 'newer-version']);
    await troubles.clear('storage-full');
    expect(await troubles.read()).toEqual(['newer-version']);
  });
});

describe('per-run state', () => {
  const counter = (area: KeyValueArea) => createRunState(area).item('count', z.int(), 0);

  it('starts with its initial value and lasts beyond one worker', async () => {
    const area = createMemoryArea();
    expect(await counter(area).read()).toBe(0);
    await counter(area).write(3);
    expect(await counter(area).read()).toBe(3);
    await counter(area).clear();
    expect(await counter(area).read()).toBe(0);
  });

  it('is the initial value when something else lies there', async () => {
    expect(await counter(createMemoryArea({ count: 'three' })).read()).toBe(0);
  });

  it('loses no update of those that run at the same time', async () => {
    const item = counter(createMemoryArea());
    await Promise.all(Array.from({ length: 10 }, () => item.update((count) => count + 1)));
    expect(await item.read()).toBe(10);
  });

  it('goes on after an update that failed', async () => {
    const item = counter(createMemoryArea());
    await expect(item.update(() => 0.5)).rejects.toThrow();
    expect(await item.update((count) => count + 1)).toBe(1);
  });
});
