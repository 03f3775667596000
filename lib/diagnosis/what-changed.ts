/**
 * What may have changed since a diagnosis was made, as bits: each part of the evidence says which of these it reads,
 * and is collected again only where one of them is set.
 */

/** Which signs of this service there are, what was answered, or how the incident has gone. */
export const SIGNS = 1;
/** Anything else that was seen of this service or of the browser. */
export const OWN = 2;
/** A request to this service, and nothing else of it. */
export const REQUESTS = 4;
/** What the feed and the official pages say of it, or how old that is. */
export const WORDS = 8;
/** What the services tell that share its sign-in. */
export const LINKED = 16;
/** That the network is known bad, that this or a block comes first (rule S5), that it is known good: a bit each. */
export const KNOWN_BAD = 32;
export const COMES_FIRST = 64;
export const KNOWN_GOOD = 128;
export const NETWORK = KNOWN_BAD | COMES_FIRST | KNOWN_GOOD;
/** That services of other owners failed with this one, that they answered. */
export const OTHERS_FAIL = 256;
export const OTHERS_ANSWER = 512;
export const OTHERS = OTHERS_FAIL | OTHERS_ANSWER;
/** Nothing is taken for known. */
export const EVERYTHING = 1023;
