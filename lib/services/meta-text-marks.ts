import * as phrases from './meta-phrases.ts';
import type { PageMark, Region } from './page-mark.ts';

/** Elements that load the files of Meta's sites: only its own documents do. */
export const META_FILES =
  '[src*="fbcdn.net"],[href*="fbcdn.net"],[src*="cdninstagram.com"],[href*="cdninstagram.com"]';

/** Named, too: a button shows what is typed by making it a field for text. */
export const PASSWORD = 'input[type="password"],input[name="pass"]';
const SIGN_IN: readonly Region[] = ['front', 'sign-in'];
const ACCOUNT: readonly Region[] = ['sign-in', 'security'];

/**
 * The last layer: sentences of Meta's sites. What concerns the account counts only on sign-in and security addresses;
 * elsewhere others could have written it. An outage's page counts anywhere, but only where nobody's writing is around.
 */
export const metaTextMarks = (service: string): readonly PageMark[] =>
  (
    [
      {
        id: 'session-expired',
        kind: 'session-expired',
        seen: 2024,
        grade: 'B',
        phrase: phrases.SESSION_EXPIRED,
        dialog: true,
      },
      {
        id: 'wrong-password',
        kind: 'wrong-password',
        seen: 2026,
        grade: 'B',
        on: SIGN_IN,
        select: PASSWORD,
        phrase: phrases.WRONG_PASSWORD,
      },
      {
        id: 'old-password',
        kind: 'old-password',
        seen: 2024,
        grade: 'U',
        on: SIGN_IN,
        select: PASSWORD,
        phrase: phrases.OLD_PASSWORD,
      },
      { id: 'suspended', kind: 'suspended', seen: 2025, grade: 'C', on: ACCOUNT, phrase: phrases.SUSPENDED },
      { id: 'locked', kind: 'locked', seen: 2025, grade: 'B', on: ACCOUNT, phrase: phrases.LOCKED },
      {
        id: 'unusual-login',
        kind: 'unusual-login',
        seen: 2025,
        grade: 'C',
        on: ACCOUNT,
        phrase: phrases.UNUSUAL_LOGIN,
      },
      {
        id: 'contact-changed',
        kind: 'contact-changed',
        seen: 2024,
        grade: 'U',
        on: ACCOUNT,
        phrase: phrases.CONTACT_CHANGED,
      },
      {
        id: 'unavailable',
        kind: 'unavailable',
        seen: 2026,
        grade: 'B',
        short: true,
        phrase: phrases.UNAVAILABLE,
      },
      { id: 'error', kind: 'error', seen: 2026, grade: 'B', short: true, phrase: phrases.WENT_WRONG },
      { id: 'rate-limited', kind: 'rate-limited', seen: 2026, grade: 'B', short: true, phrase: phrases.WAIT },
    ] satisfies Omit<PageMark, 'layer'>[]
  ).map((mark) => ({ ...mark, layer: 'text' as const, id: `${service}.text.${mark.id}` }));
