import { createHmac, type KeyObject } from 'node:crypto';
import type { NetworkPrefix } from './network-of.ts';

/** Hex digits kept of a hash; 48 bits keep a million networks apart (one pair in 500 such sets meets). */
const NETWORK_DIGITS = 12;
const BLOCK_DIGITS = 8;

/** 12 digits and fewer are copied by the engine; a longer slice would keep the whole digest alive. */
const keyed = (key: KeyObject, message: string, digits: number): string =>
  createHmac('sha256', key).update(message).digest('hex').slice(0, digits);

/**
 * Names a network and its block within one service and bucket: HMAC-SHA-256 under the hour's key, each with a label of
 * its own, so that neither can be computed or recognised from the other. Without the key nothing leads back to an address.
 */
export const hashNetwork = (key: KeyObject, service: string, bucket: number, prefix: NetworkPrefix) => ({
  network: keyed(key, `network|${service}|${bucket}|${prefix.network}`, NETWORK_DIGITS),
  block: keyed(key, `block|${service}|${bucket}|${prefix.block}`, BLOCK_DIGITS),
});
