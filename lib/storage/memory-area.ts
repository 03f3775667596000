import type { KeyValueArea } from '../model/key-value-area.ts';

/** A key-value area that lives as long as the program. Values are copied in and out, as the browser does. */
export const createMemoryArea = (initial: Readonly<Record<string, unknown>> = {}): KeyValueArea => {
  const values = new Map(Object.entries(structuredClone(initial)));
  return {
    get: async (key) => structuredClone(values.get(key)),
    async set(key, value) {
      values.set(key, structuredClone(value));
    },
    async remove(key) {
      values.delete(key);
    },
  };
};
