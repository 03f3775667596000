import { deleteLikeInstagram, setCookie, YEAR } from '../cookies.ts';
import type { PlatformRequest } from '../exchange.ts';
import type { Secrets } from '../secrets.ts';
import type { Session } from '../sessions.ts';

const hidden = (domain: string) => ({ domain, maxAge: YEAR, httpOnly: true });
const open = (domain: string) => ({ domain, maxAge: 7_776_000 });

/** `sessionid` is HttpOnly, `ds_user_id` and `csrftoken` can be read by the page (flags U: widely known, no sample). */
export const sessionCookies = (session: Session, secrets: Secrets, domain = 'instagram.com'): string[] => [
  setCookie('csrftoken', secrets.token('csrf token'), open(domain)),
  setCookie('ds_user_id', session.account.id, open(domain)),
  setCookie('sessionid', session.token, hidden(domain)),
];

export const deletedSessionCookies = (domain = 'instagram.com'): string[] => [
  deleteLikeInstagram('sessionid', hidden(domain)),
  deleteLikeInstagram('ds_user_id', open(domain)),
];

/** The device's cookies and a fresh csrf token, for a browser that has none. They survive every sign-out. */
export const deviceCookies = (
  { cookies }: PlatformRequest,
  secrets: Secrets,
  domain = 'instagram.com',
): string[] =>
  cookies.has('mid')
    ? []
    : [
        setCookie('csrftoken', secrets.token('csrf token'), open(domain)),
        setCookie('mid', secrets.token('device cookie'), { domain, maxAge: 2 * YEAR }),
        setCookie('ig_did', secrets.token('device cookie'), hidden(domain)),
        setCookie('datr', secrets.token('device cookie'), hidden(domain)),
      ];
