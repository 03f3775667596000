import type { ObservationOf } from '../../../lib/model/observation.ts';
import type { Random } from '../random.ts';
import type { PlannedEnd } from '../truth/situation.ts';
import type { Sensors } from './sensors.ts';

/** How the end of a session looks from within a browser: who seems to have ended it, and whether the device went too. */
export type EndShape = Pick<ObservationOf<'session'>, 'by' | 'deviceForgotten'>;

const FORGOTTEN = { deviceForgotten: true } as const;

/**
 * As seen in Chromium 156 and Firefox 153 (architecture.md): Chromium tells the server's deletion from a local one; Firefox
 * calls both `explicit` and tells nothing when data are cleared. null: no cookie went, only a page says it.
 */
export const shapeOfEnd = (random: Random, { browser }: Sensors, end: PlannedEnd): EndShape | null => {
  const firefox = browser === 'firefox';
  switch (end.how) {
    case 'in-page':
      return null;
    case 'own':
      return { by: 'user' };
    case 'server':
      // A session that an answer in the background took is found missing at times.
      return { by: random.chance(firefox ? 0.05 : 0.015) ? 'unknown' : 'server' };
    case 'expiry':
      return { by: random.chance(firefox ? 0.12 : 0.03) ? 'unknown' : 'expiry' };
    case 'eviction':
      return { by: random.chance(firefox ? 0.3 : 0.02) ? 'unknown' : 'eviction' };
    case 'session-cookie-only':
      return { by: firefox ? 'server' : 'browser' };
    case 'wipe': {
      // In Firefox the trace is a device cookie given out anew, which a page may do too late.
      const forgotten = end.sparesDevice !== true && random.chance(firefox ? 0.9 : 0.99);
      if (end.whileClosed) return { by: 'unknown', ...(forgotten ? FORGOTTEN : {}) };
      if (firefox && !forgotten) return { by: 'unknown' };
      return { by: 'browser', ...(forgotten ? FORGOTTEN : {}) };
    }
  }
};
