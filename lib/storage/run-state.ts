import type { KeyValueArea } from '../model/key-value-area.ts';
import { z } from '../model/zod.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** A named value that lasts until the browser is closed, also when the background worker is killed meanwhile. */
export interface RunItem<Value> {
  /** The value; the initial one where nothing, or nothing readable, is kept. */
  read(): Promise<Value>;
  write(value: Value): Promise<void>;
  /** Reads, changes and writes in one turn: two updates in the same program never lose each other's change. */
  update(change: (value: Value) => Value): Promise<Value>;
  clear(): Promise<void>;
}

/**
 * Per-run state over `storage.session`. What another version of the extension left there and does not parse counts
 * as absent: this state may always be lost. Writing rejects with the area's own error.
 */
export const createRunState = (area: KeyValueArea) => ({
  item<Value>(key: string, schema: z.ZodMiniType<Value>, initial: Value): RunItem<Value> {
    const inTurn = oneAtATime();
    const read = async (): Promise<Value> => {
      const parsed = z.safeParse(schema, await area.get(key));
      return parsed.success ? parsed.data : initial;
    };
    return {
      read,
      write: (value) => inTurn(() => area.set(key, z.parse(schema, value))),
      update: (change) =>
        inTurn(async () => {
          const value = z.parse(schema, change(await read()));
          await area.set(key, value);
          return value;
        }),
      clear: () => inTurn(() => area.remove(key)),
    };
  },
});
export type RunState = ReturnType<typeof createRunState>;
