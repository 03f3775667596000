import type { KeyValueArea } from '../model/key-value-area.ts';
import { sessionBook, type SessionBook } from '../sensing/session/session-book.ts';
import { createRunState } from '../storage/run-state.ts';
import { createStoredItem } from '../storage/stored-item.ts';
import type { Item } from './parts.ts';
import { NOTHING_SEEN, seenState, type SeenState } from './seen-state.ts';

/** What was last known of each session; survives the browser. */
export const sessionBookItem = (local: KeyValueArea): Item<SessionBook> =>
  createStoredItem({ area: local, key: 'sessions', version: 1, schema: sessionBook, fallback: [] });

/** The part of what the background remembers that pages show; they read it only. */
export const seenItem = (session: KeyValueArea): Pick<Item<SeenState>, 'read'> =>
  createRunState(session).item<SeenState>('run', seenState, NOTHING_SEEN);
