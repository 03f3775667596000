import { deleteLikeFacebook, setCookie, YEAR } from '../cookies.ts';
import type { PlatformRequest } from '../exchange.ts';
import type { Secrets } from '../secrets.ts';
import type { Session } from '../sessions.ts';

/** `xs` as in a cookie export (C): HttpOnly, Secure, SameSite=None, a year. `c_user` can be read by the page. */
const xs = (domain: string) => ({ domain, maxAge: YEAR, httpOnly: true, sameSite: 'None' as const });
const user = (domain: string) => ({ domain, maxAge: YEAR, sameSite: 'None' as const });

export const sessionCookies = (session: Session, domain = 'facebook.com'): string[] => [
  setCookie('c_user', session.account.id, user(domain)),
  setCookie('xs', session.token, xs(domain)),
];

/** What a server sends to end a session: both session cookies deleted, the device's left alone. */
export const deletedSessionCookies = (domain = 'facebook.com'): string[] => [
  deleteLikeFacebook('c_user', user(domain)),
  deleteLikeFacebook('xs', xs(domain)),
];

/** The device's cookies, for a browser that has none yet. They survive every sign-out. */
export const deviceCookies = (
  { cookies }: PlatformRequest,
  secrets: Secrets,
  domain = 'facebook.com',
): string[] => {
  if (cookies.has('datr')) return [];
  const device = { domain, maxAge: 2 * YEAR, httpOnly: true, sameSite: 'None' as const };
  return [
    setCookie('datr', secrets.token('device cookie'), device),
    setCookie('sb', secrets.token('device cookie'), device),
    setCookie('fr', secrets.token('device cookie'), { ...device, maxAge: 7_776_000 }),
  ];
};
