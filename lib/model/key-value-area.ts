/**
 * A small store of values by name, such as the browser's `storage.local` or `storage.session`. What comes back is
 * `undefined` where nothing is stored, and is unknown until a schema has parsed it. `set` replaces the whole value
 * at once; a value that cannot be written rejects and leaves the old one.
 */
export interface KeyValueArea {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}
