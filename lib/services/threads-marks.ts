import { META_FILES } from './meta-text-marks.ts';
import type { PageMark, ServicePages } from './page-mark.ts';

const NEVER = /^(?!)/;

const marks: readonly PageMark[] = [
  { id: 'threads.address.login', kind: 'login', layer: 'address', seen: 2026, grade: 'C', on: ['sign-in'] },
  {
    id: 'threads.address.checkpoint',
    kind: 'checkpoint',
    layer: 'address',
    seen: 2026,
    grade: 'C',
    on: ['security'],
  },
  {
    // The roots named "500" stand in ordinary pages as fallbacks; only the session is looked at.
    id: 'threads.data.home',
    kind: 'home',
    layer: 'data',
    seen: 2025,
    grade: 'B',
    on: ['front', 'elsewhere'],
    session: 'signed-in',
  },
  {
    id: 'threads.data.public',
    kind: 'public',
    layer: 'data',
    seen: 2025,
    grade: 'A',
    on: ['front', 'elsewhere'],
    session: 'signed-out',
  },
];

/** A beginning: sign-in, home and public pages of Threads. */
export const threadsPages: ServicePages = {
  service: 'threads',
  mainHosts: /^(www\.)?threads\.(com|net)$/,
  regions: {
    quiet: NEVER,
    front: /^\/(\?|$)/,
    'sign-in': /^\/login(\/|\?|$)/,
    security: /^\/(checkpoint|challenge)(\/|\?|$)/,
  },
  own: META_FILES,
  sessionSigns: ['"NON_FACEBOOK_USER_ID":', '"actorID":'],
  marks,
};
