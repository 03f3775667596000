import type { Story } from '../story.ts';
import { breakIn } from './break-in.ts';
import { browserCleared } from './browser-cleared.ts';
import { loneLogout } from './lone-logout.ts';
import { outage20240305 } from './outage-2024-03-05.ts';

/** The first one plays when none is named. */
export const STORIES: readonly Story[] = [outage20240305, breakIn, loneLogout, browserCleared];
