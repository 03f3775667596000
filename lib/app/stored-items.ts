import { serviceId } from '../model/service-id.ts';
import type { KeyValueArea } from '../model/key-value-area.ts';
import { z } from '../model/zod.ts';
import { EMPTY_OUTBOX, outbox, type Outbox } from '../feed/reports/outbox.ts';
import { createRunState } from '../storage/run-state.ts';
import { createStoredItem } from '../storage/stored-item.ts';
import type { Closure } from '../diagnosis/index.ts';
import type { Item } from './parts.ts';
import { EMPTY_RUN_STATE, runState, type RunState } from './run-state.ts';

const closures = z.array(z.strictObject({ service: serviceId, at: z.number() }));

/** The incidents that the person closed; survives the browser. */
export const closuresItem = (local: KeyValueArea): Item<readonly Closure[]> => {
  const item = createStoredItem({ area: local, key: 'closures', version: 1, schema: closures, fallback: [] });
  return { read: () => item.read(), write: (value) => item.write([...value]) };
};

/** Reports that wait, and what was reported lately. */
export const outboxItem = (local: KeyValueArea): Item<Outbox> =>
  createStoredItem({ area: local, key: 'outbox', version: 1, schema: outbox, fallback: EMPTY_OUTBOX });

/** What the background remembers between two events; gone with the browser. */
export const runStateItem = (session: KeyValueArea): Item<RunState> =>
  createRunState(session).item<RunState>('run', runState, EMPTY_RUN_STATE);
