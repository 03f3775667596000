/**
 * What may have changed since a diagnosis was made, as bits: each part of the evidence says which of these it reads,
 * and is collected again only where one of them is set.
 */

/** Which signs of this service there are, or what was answered. */
export const SIGNS = 1;
/** Anything else that was seen of this service or of the browser. */
export const OWN = 2;
/** A request to this service, and nothing else of it. */
export const REQUESTS = 4;
/** What the feed and the official pages say of it, or how old that is. */
export const WORDS = 8;
/** What other services tell of the network. */
export const NETWORK = 16;
/** What the services tell that share its sign-in. */
export const LINKED = 32;
/** Nothing is taken for known. */
export const EVERYTHING = 63;
