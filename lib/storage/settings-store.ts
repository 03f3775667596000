import type { KeyValueArea } from '../model/key-value-area.ts';
import { DEFAULT_SETTINGS, settings } from '../model/settings.ts';
import { createStoredItem } from './stored-item.ts';
import type { SettingsStore } from './stores.ts';

export const SETTINGS_KEY = 'settings';
export const SETTINGS_VERSION = 1;

/** Steps from each version of the settings to the next, oldest first. A released one is never changed. */
export const SETTINGS_UPGRADES: readonly ((value: unknown) => unknown)[] = [];

/** The person's choices in `storage.local`. `onNewerVersion` is called when a later extension wrote them. */
export const createSettingsStore = (
  area: KeyValueArea,
  onNewerVersion?: () => Promise<void>,
): SettingsStore =>
  createStoredItem({
    area,
    key: SETTINGS_KEY,
    version: SETTINGS_VERSION,
    schema: settings,
    fallback: DEFAULT_SETTINGS,
    upgrades: SETTINGS_UPGRADES,
    ...(onNewerVersion && { onNewerVersion }),
  });
