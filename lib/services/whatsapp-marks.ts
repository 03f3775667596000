import type { PageMark, ServicePages } from './page-mark.ts';

const NEVER = /^(?!)/;

const marks: readonly PageMark[] = [
  {
    id: 'whatsapp.address.unlinked',
    kind: 'login',
    layer: 'address',
    seen: 2026,
    grade: 'A',
    on: ['sign-in'],
  },
  {
    id: 'whatsapp.id.code',
    kind: 'login',
    layer: 'id',
    seen: 2026,
    grade: 'A',
    select: '.landing-wrapper canvas,[data-ref] canvas',
    without: '#pane-side',
  },
  {
    id: 'whatsapp.id.home',
    kind: 'home',
    layer: 'id',
    seen: 2025,
    grade: 'U',
    on: ['front', 'elsewhere'],
    select: '#pane-side',
  },
  {
    // `logout_reason=0` alone does not tell why; the page's own sentence does.
    id: 'whatsapp.text.storage-lost',
    kind: 'storage-lost',
    layer: 'text',
    seen: 2025,
    grade: 'B',
    short: true,
    without: '#pane-side',
    phrase: /^a database error occurred on your browser/,
  },
];

/** A beginning: WhatsApp Web's code page, its list of chats, and its own word about the browser's storage. */
export const whatsappPages: ServicePages = {
  service: 'whatsapp',
  mainHosts: /^web\.whatsapp\.com$/,
  regions: {
    quiet: NEVER,
    front: /^\/$/,
    'sign-in': /[?&]post_logout=1(&|$)/,
    security: NEVER,
  },
  own: 'html#whatsapp-web,[src*="whatsapp.net"],[href*="whatsapp.net"]',
  sessionSigns: [],
  marks,
};
