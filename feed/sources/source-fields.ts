import { z } from '../../lib/model/zod.ts';

/** Names a source in the feed: `official.source`. */
export const sourceName = z
  .string()
  .check(
    z.regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u, 'expected a name of letters, digits, spaces, . _ or -'),
  );

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const isAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, hash } = new URL(text);
  const secure = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
  return secure && `${username}${password}${hash}` === '';
};

/** An address that is read: https, or http on this very machine; no user, no fragment. */
export const sourceAddress = z
  .string()
  .check(z.refine(isAddress, 'expected an https address (http only on this machine)'));

/** The address of a site under which a source's files lie. */
export const sourceBase = z
  .string()
  .check(
    z.refine(
      (text) => isAddress(text) && new URL(text).search === '',
      'expected an https address without a query (http only on this machine)',
    ),
  );

/** The address of a file under a base, whether or not the base ends in a slash. */
export const under = (base: string, path: string): string =>
  new URL(path, base.endsWith('/') ? base : `${base}/`).href;

/** How often something is read: not so often that it burdens the other side, nor so seldom that it says nothing. */
export const everySeconds = z.int().check(z.gte(30), z.lte(900));

/** How often a probe looks: five looks, which is how many count, take a quarter of an hour at most. */
export const probeSeconds = z.int().check(z.gte(30), z.lte(180));
