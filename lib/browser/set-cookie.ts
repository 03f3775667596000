import type { ServiceDefinition } from '../services/index.ts';

interface Header {
  readonly name: string;
  readonly value?: string | undefined;
}

/** An empty or `deleted` value, as the services write it; the value itself is not kept. */
const BLANK = /^[^=]+=("?deleted"?|""|)\s*(;|$)/i;
const MAX_AGE = /;\s*max-age\s*=\s*(-?\d+)/i;
const EXPIRES = /;\s*expires\s*=\s*([^;]+)/i;

const isDeletion = (line: string, now: number): boolean => {
  const maxAge = MAX_AGE.exec(line)?.[1];
  if (maxAge !== undefined) return Number(maxAge) <= 0;
  const expires = EXPIRES.exec(line)?.[1];
  if (expires !== undefined && Date.parse(expires) <= now) return true;
  return BLANK.test(line);
};

/**
 * Whether an answer's `Set-Cookie` headers take a service's session cookie away, by a past date, a `Max-Age` of 0 or
 * less, or a blank value. Firefox joins several cookies of one answer with line feeds. A later line that sets the
 * same cookie again undoes the deletion: the server has only renewed it.
 */
export const deletesSessionCookie = (
  headers: readonly Header[],
  service: Pick<ServiceDefinition, 'sessionCookies'>,
  now: number,
): boolean => {
  const lines = headers
    .filter(({ name }) => name.toLowerCase() === 'set-cookie')
    .flatMap(({ value }) => (value ?? '').split('\n'));
  const last = new Map<string, boolean>();
  for (const line of lines) {
    const name = line.slice(0, line.indexOf('=')).trim();
    if (service.sessionCookies.includes(name)) last.set(name, isDeletion(line, now));
  }
  return [...last.values()].includes(true);
};
