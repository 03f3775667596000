/** A value from the part of an address after `#`, e.g. `#incident=a1` and `incident`; null where it is not given. */
export const hashValue = (hash: string, name: string): string | null =>
  new URLSearchParams(hash.replace(/^#/, '')).get(name);
