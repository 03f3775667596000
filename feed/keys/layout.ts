import { join } from 'node:path';

/** Where things lie below the data folder. */
export const layoutOf = (data: string) => ({
  data,
  /** Everything that signing needs. */
  keys: join(data, 'keys'),
  /** Root keys of the first run, until they are taken offline. */
  offline: join(data, 'keys', 'root'),
  /** The public root keys and how many of them must sign a keyset. */
  root: join(data, 'keys', 'root.json'),
  /** The signed keyset, as `/v1/keys.json` serves it. */
  keyset: join(data, 'keys', 'keyset.json'),
  /** A keyset that not enough root keys have signed yet. */
  draft: join(data, 'keyset-draft.json'),
  /** What makes somebody a reader of this feed. Made anew at every start. */
  trust: join(data, 'trust.json'),
  history: join(data, 'history.sqlite'),
  /** The numbers of the last twenty minutes, where one machine counts alone. */
  counts: join(data, 'counts.json'),
  published: join(data, 'published'),
});
export type Layout = ReturnType<typeof layoutOf>;
