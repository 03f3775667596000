import { createHmac, type KeyObject } from 'node:crypto';
import type { NetworkPrefix } from './network-of.ts';

/** A network and its block as numbers of 48 and 32 bits that nobody can lead back to an address without the key. */
export interface NetworkName {
  readonly network: number;
  readonly block: number;
}

/** Hex digits kept of a hash; 48 bits keep a million networks apart (one pair in 500 such sets meets). */
const NETWORK_DIGITS = 12;
const BLOCK_DIGITS = 8;

const keyed = (key: KeyObject, message: string, digits: number): number =>
  Number.parseInt(createHmac('sha256', key).update(message).digest('hex').slice(0, digits), 16);

/**
 * Names a network and its block within one service and bucket: HMAC-SHA-256 under the hour's key, each with a label of
 * its own, so that neither can be computed or recognised from the other.
 */
export const hashNetwork = (
  key: KeyObject,
  service: string,
  bucket: number,
  prefix: NetworkPrefix,
): NetworkName => ({
  network: keyed(key, `network|${service}|${bucket}|${prefix.network}`, NETWORK_DIGITS),
  block: keyed(key, `block|${service}|${bucket}|${prefix.block}`, BLOCK_DIGITS),
});
