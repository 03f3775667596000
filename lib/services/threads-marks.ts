import type { PageMark, ServicePages } from './page-mark.ts';
import { threads } from './threads.ts';

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
  mainHosts: threads.mainHosts,
  regions: {
    quiet: [],
    front: [/^\/(\?|$)/],
    'sign-in': threads.signInPaths,
    security: [/^\/(checkpoint|challenge)(\/|\?|$)/],
  },
  foreignNames: /(client_id|oauth)/i,
  own: '[src*="cdninstagram.com"],[href*="cdninstagram.com"],[src*="fbcdn.net"],[href*="fbcdn.net"]',
  sessionSigns: [
    {
      needle: '"NON_FACEBOOK_USER_ID":',
      signedIn: /^"NON_FACEBOOK_USER_ID":"[1-9]/,
      signedOut: /^"NON_FACEBOOK_USER_ID":"0"/,
    },
    { needle: '"actorID":', signedIn: /^"actorID":"[1-9]/, signedOut: /^"actorID":"0"/ },
  ],
  marks,
};
