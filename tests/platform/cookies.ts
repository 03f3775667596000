export interface CookieOptions {
  readonly domain: string;
  /** Seconds; a session cookie of the browser when left out. */
  readonly maxAge?: number;
  readonly httpOnly?: boolean;
  readonly sameSite?: 'None' | 'Lax';
}

export const YEAR = 31_536_000;

const flags = ({ domain, httpOnly, sameSite }: CookieOptions): string =>
  `; path=/; domain=.${domain}; secure${httpOnly ? '; httponly' : ''}${sameSite ? `; SameSite=${sameSite}` : ''}`;

/** A `Set-Cookie` value that sets a cookie. */
export const setCookie = (name: string, value: string, options: CookieOptions): string =>
  `${name}=${value}${options.maxAge === undefined ? '' : `; Max-Age=${options.maxAge}`}${flags(options)}`;

/** How Facebook takes a cookie away: the word `deleted`, a date in 1970 and a negative age (seen 2019). */
export const deleteLikeFacebook = (name: string, options: CookieOptions): string =>
  `${name}=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=${-Math.floor(Date.now() / 1000)}${flags(options)}`;

/** How Instagram takes a cookie away: an empty value and no life (seen 2019). */
export const deleteLikeInstagram = (name: string, options: CookieOptions): string =>
  `${name}=""; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0${flags(options)}`;

/** The cookies of a `Cookie` header; the first wins where a name comes twice. */
export const readCookies = (header: string | undefined): Map<string, string> => {
  const found = new Map<string, string>();
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at < 1) continue;
    const name = part.slice(0, at).trim();
    if (!found.has(name)) found.set(name, part.slice(at + 1).trim());
  }
  return found;
};
