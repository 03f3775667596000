import { describe, expect, it } from 'vitest';
import { deletesSessionCookie } from '../../../lib/browser/set-cookie.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const FACEBOOK = { sessionCookies: ['xs', 'c_user'] };
const answer = (...lines: string[]) => [{ name: 'Set-Cookie', value: lines.join('\n') }];
const deletes = (...lines: string[]) => deletesSessionCookie(answer(...lines), FACEBOOK, NOW);

describe('a Set-Cookie header that ends a session', () => {
  it.each([
    'xs=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=-1555934745; path=/; domain=.facebook.com',
    'xs=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT; path=/',
    'xs=; Max-Age=0',
    'xs=""; path=/',
    'c_user=0; expires=Mon, 02 Jan 2006 15:04:05 GMT',
  ])('is %s', (line) => {
    expect(deletes(line)).toBe(true);
  });

  it.each([
    'xs=12%3Aabc; expires=Fri, 24-Nov-2028 12:00:00 GMT; Max-Age=31536000',
    'xs=12%3Aabc; path=/; secure; httponly',
    'fr=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT',
    'xsrf=; Max-Age=0',
    'xs=deletedUser42; Max-Age=100',
  ])('is not %s', (line) => {
    expect(deletes(line)).toBe(false);
  });

  it('is found among several cookies in one header', () => {
    expect(deletes('fr=abc; path=/', 'xs=deleted; Max-Age=0', 'wd=1x1')).toBe(true);
  });

  it('does not count when the same answer sets the cookie again', () => {
    expect(deletes('xs=deleted; Max-Age=0', 'xs=new; Max-Age=31536000')).toBe(false);
  });
});
