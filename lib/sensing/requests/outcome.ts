import type { RequestOutcome } from '../../model/observation.ts';

/** The outcome of an answered request by its HTTP status; null for what is no final answer (1xx, 304 counts as ok). */
export const outcomeOfStatus = (status: number): RequestOutcome | null => {
  if (status >= 500) return 'server-error';
  if (status === 429) return 'rate-limited';
  if (status >= 400) return 'client-error';
  return status >= 200 ? 'ok' : null;
};

/** What a browser's network error means: an outcome, or `offline`, or null where it says nothing of the service. */
export type ErrorReading = RequestOutcome | 'offline' | null;

/**
 * Error words of Chromium 156 (`net::ERR_…`) and Firefox 153 (`NS_ERROR_…`, `SSL_ERROR_…`, `SEC_ERROR_…`), see
 * docs/browsers.md. Order matters: the first that matches counts. What is not listed is no evidence.
 */
const READINGS: readonly (readonly [RegExp, ErrorReading])[] = [
  // Left, replaced, or stopped by a person or another extension: no failure of the service.
  [
    /ABORTED|NS_BINDING_(ABORTED|REDIRECTED|RETARGETED)|ERR_BLOCKED_BY_(CLIENT|RESPONSE|ORB|CSP)|ERR_CACHE/,
    null,
  ],
  [/ERR_INTERNET_DISCONNECTED|NS_ERROR_OFFLINE/, 'offline'],
  [/ERR_BLOCKED_BY_ADMINISTRATOR|NS_ERROR_BLOCKED_BY_POLICY/, 'blocked'],
  [/ERR_(TUNNEL_CONNECTION|PROXY)|ERR_SOCKS|NS_ERROR_(PROXY|UNKNOWN_PROXY)/, 'unreachable'],
  [/ERR_NAME_|ERR_DNS_|NS_ERROR_UNKNOWN_HOST|NS_ERROR_DNS/, 'dns'],
  [/ERR_(CONNECTION_)?TIMED_OUT|NS_ERROR_NET_TIMEOUT/, 'timeout'],
  [/ERR_(CERT|SSL|BAD_SSL)_|SSL_ERROR_|SEC_ERROR_|MOZILLA_PKIX_ERROR_/, 'tls'],
  [/ERR_(CONNECTION|ADDRESS|NETWORK|EMPTY_RESPONSE|CONTENT_LENGTH|SOCKET|QUIC|HTTP2)/, 'unreachable'],
  [/NS_ERROR_(CONNECTION_REFUSED|NET_|REDIRECT_LOOP)/, 'unreachable'],
];

/** Words of both browsers begin so; Firefox tells a certificate failure in a sentence of the person's language. */
const IS_WORD = /^(net::|NS_|ERR_)/;

/** Reads what a browser gives as the error of a request. Empty and `unknown` say nothing. */
export const readNetworkError = (word: string): ErrorReading => {
  if (word === '' || word === 'unknown') return null;
  const listed = READINGS.find(([test]) => test.test(word));
  if (listed) return listed[1];
  return IS_WORD.test(word) ? null : 'tls';
};
