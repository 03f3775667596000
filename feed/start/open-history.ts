import type { Logger } from 'pino';
import type { Layout } from '../keys/layout.ts';
import { openHistory, type History } from '../store/history.ts';
import { StartRefused } from './refusal.ts';

/** Opens what this machine remembers; says it when that had to be set aside. @throws StartRefused */
export const openHistoryOf = (layout: Layout, log: Logger): History => {
  try {
    const history = openHistory(layout.history);
    if (history.setAside)
      log.error(history.setAside, 'the history could not be read; it is kept aside and begun anew');
    return history;
  } catch (error) {
    throw new StartRefused(
      `${layout.history} cannot be opened: ${error instanceof Error ? error.message : 'unknown'}`,
    );
  }
};
