import type { KeyValueArea } from '../model/key-value-area.ts';
import { z } from '../model/zod.ts';
import { reasonOfAreaError, StorageFailure } from './storage-failure.ts';

export interface StoredItemOptions<Value> {
  readonly area: KeyValueArea;
  readonly key: string;
  readonly version: number;
  readonly schema: z.ZodMiniType<Value>;
  readonly fallback: Value;
  /** `upgrades[n]` makes a value of version n + 2 from one of version n + 1. */
  readonly upgrades?: readonly ((value: unknown) => unknown)[];
  /** Called the first time that a later version of the extension is found to have written the value. */
  readonly onNewerVersion?: () => Promise<void>;
}

/** How many unreadable values are kept at most; the first ones stay, being the likeliest to hold something. */
const SET_ASIDE_LIMIT = 10;

const envelope = z.object({ version: z.int().check(z.gte(1)), value: z.unknown() });

const upgraded = <Value>(
  stored: z.infer<typeof envelope>,
  options: StoredItemOptions<Value>,
): Value | null => {
  try {
    const steps = (options.upgrades ?? []).slice(stored.version - 1);
    const parsed = z.safeParse(
      options.schema,
      steps.reduce((value, step) => step(value), stored.value),
    );
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // An upgrade met a value that never was of its version.
  }
};

/**
 * One named value in an area, kept as `{ version, value }`. `read` never fails: what is missing or cannot be read
 * is the fallback. An unreadable value is moved to `<key>:set-aside`. A value of a newer version is left untouched;
 * reading and writing then go to `<key>:v<version>`. `write` rejects with StorageFailure.
 */
export const createStoredItem = <Value>(options: StoredItemOptions<Value>) => {
  const { area, key, version, schema, fallback } = options;
  const asideKey = `${key}:set-aside`;
  let toldOfNewer = false;

  const setAside = async (name: string, found: unknown): Promise<void> => {
    const before = await area.get(asideKey);
    const kept: unknown[] = Array.isArray(before) ? before : [];
    if (kept.length < SET_ASIDE_LIMIT) await area.set(asideKey, [...kept, found]);
    await area.remove(name);
  };

  const isNewer = (found: unknown): boolean => {
    const parsed = z.safeParse(envelope, found);
    return parsed.success && parsed.data.version > version;
  };

  const readFrom = async (name: string): Promise<Value> => {
    const found = await area.get(name);
    if (found === undefined) return fallback;
    if (isNewer(found)) {
      if (!toldOfNewer) await options.onNewerVersion?.();
      toldOfNewer = true;
      return name === key ? readFrom(`${key}:v${version}`) : fallback;
    }
    const parsed = z.safeParse(envelope, found);
    const value = parsed.success ? upgraded(parsed.data, options) : null;
    if (value !== null) return value;
    await setAside(name, found);
    return fallback;
  };

  return {
    async read(): Promise<Value> {
      try {
        return await readFrom(key);
      } catch {
        return fallback; // The area itself does not answer; nothing is lost, the next read asks again.
      }
    },
    async write(value: Value): Promise<void> {
      const parsed = z.parse(schema, value);
      try {
        const name = isNewer(await area.get(key)) ? `${key}:v${version}` : key;
        await area.set(name, { version, value: parsed });
      } catch (error) {
        throw new StorageFailure(reasonOfAreaError(error), error);
      }
    },
  };
};
