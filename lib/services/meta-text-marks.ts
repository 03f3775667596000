import type { PageMark } from './page-mark.ts';
import {
  ACCOUNT_UNAVAILABLE,
  CONTACT_CHANGED,
  LOCKED,
  OLD_PASSWORD,
  SESSION_EXPIRED,
  SITE_ISSUE,
  SOMETHING_WRONG,
  SUSPENDED,
  UNUSUAL_LOGIN,
  WAIT,
  WRONG_PASSWORD,
} from './meta-phrases.ts';

/** Signs that other people's writing stands in the page. */
const OTHERS = '[role="feed"],[role="article"],article,[contenteditable="true"]';
const PASSWORD = 'input[type="password"],input[name="pass"]';

const text = (id: string, mark: Omit<PageMark, 'id' | 'layer'>): PageMark => ({ id, layer: 'text', ...mark });

/**
 * The last layer: sentences of Meta's sites. What concerns the account counts only on sign-in and security addresses;
 * elsewhere others could have written it. An outage's page counts anywhere, but only where nobody's writing is around.
 */
export const metaTextMarks = (prefix: string): readonly PageMark[] => [
  text(`${prefix}.text.session-expired`, {
    kind: 'session-expired',
    seen: 2024,
    grade: 'B',
    on: ['front', 'sign-in', 'security'],
    short: true,
    without: OTHERS,
    phrases: SESSION_EXPIRED,
  }),
  text(`${prefix}.dialog.session-expired`, {
    kind: 'session-expired',
    seen: 2024,
    grade: 'B',
    on: ['front', 'elsewhere'],
    phrases: SESSION_EXPIRED,
    phraseIn: 'dialog',
  }),
  text(`${prefix}.text.wrong-password`, {
    kind: 'wrong-password',
    seen: 2026,
    grade: 'B',
    on: ['front', 'sign-in'],
    select: PASSWORD,
    without: OTHERS,
    phrases: WRONG_PASSWORD,
  }),
  text(`${prefix}.text.old-password`, {
    kind: 'old-password',
    seen: 2024,
    grade: 'U',
    on: ['front', 'sign-in'],
    select: PASSWORD,
    without: OTHERS,
    phrases: OLD_PASSWORD,
  }),
  text(`${prefix}.text.suspended`, {
    kind: 'suspended',
    seen: 2025,
    grade: 'C',
    on: ['sign-in', 'security'],
    without: OTHERS,
    phrases: SUSPENDED,
  }),
  text(`${prefix}.text.locked`, {
    kind: 'locked',
    seen: 2025,
    grade: 'B',
    on: ['sign-in', 'security'],
    without: OTHERS,
    phrases: LOCKED,
  }),
  text(`${prefix}.text.unusual-login`, {
    kind: 'unusual-login',
    seen: 2025,
    grade: 'C',
    on: ['sign-in', 'security'],
    without: OTHERS,
    phrases: UNUSUAL_LOGIN,
  }),
  text(`${prefix}.text.contact-changed`, {
    kind: 'contact-changed',
    seen: 2024,
    grade: 'U',
    on: ['security'],
    without: OTHERS,
    phrases: CONTACT_CHANGED,
  }),
  text(`${prefix}.text.unavailable`, {
    kind: 'unavailable',
    seen: 2026,
    grade: 'B',
    on: ['front', 'sign-in', 'security'],
    short: true,
    without: OTHERS,
    phrases: ACCOUNT_UNAVAILABLE,
    text: SITE_ISSUE,
  }),
  text(`${prefix}.heading.unavailable`, {
    kind: 'unavailable',
    seen: 2026,
    grade: 'B',
    on: ['elsewhere'],
    short: true,
    without: OTHERS,
    phrases: ACCOUNT_UNAVAILABLE,
    phraseIn: 'heading',
    text: SITE_ISSUE,
  }),
  text(`${prefix}.text.error`, {
    kind: 'error',
    seen: 2026,
    grade: 'B',
    on: ['front', 'sign-in', 'security'],
    short: true,
    without: OTHERS,
    phrases: SOMETHING_WRONG,
  }),
  text(`${prefix}.heading.error`, {
    kind: 'error',
    seen: 2024,
    grade: 'B',
    on: ['elsewhere'],
    short: true,
    without: OTHERS,
    phrases: SOMETHING_WRONG,
    phraseIn: 'heading',
  }),
  text(`${prefix}.text.rate-limited`, {
    kind: 'rate-limited',
    seen: 2026,
    grade: 'B',
    on: ['front', 'sign-in', 'security'],
    short: true,
    without: OTHERS,
    phrases: WAIT,
  }),
  text(`${prefix}.heading.rate-limited`, {
    kind: 'rate-limited',
    seen: 2024,
    grade: 'B',
    on: ['elsewhere'],
    short: true,
    without: OTHERS,
    phrases: WAIT,
    phraseIn: 'heading',
  }),
];
