import { createHash } from 'node:crypto';
import type { Tally } from '../../../feed/store/count-store.ts';

const digits = (text: string, count: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, count);

/** The bucket that tests live in: 5 March 2024, 15:00 UTC. */
export const BUCKET = 5_698_836;

export interface TallyShape extends Partial<Omit<Tally, 'network' | 'block'>> {
  /** Number of the network. */
  readonly from?: number;
  /** Number of its block; one for 256 networks unless told otherwise. */
  readonly block?: number;
}

/** A tally as ingest makes them, from a network with a number instead of an address. */
export const tally = ({ from = 0, block = from >> 8, ...rest }: TallyShape = {}): Tally => ({
  service: 'facebook',
  kind: 'forced-logout',
  bucket: BUCKET,
  region: null,
  ...rest,
  network: digits(`network ${from}`, 12),
  block: digits(`block ${block}`, 8),
});

/** Tallies of so many different networks. */
export const tallies = (count: number, shape: (from: number) => TallyShape = () => ({})): Tally[] =>
  Array.from({ length: count }, (_, from) => tally({ from, ...shape(from) }));
