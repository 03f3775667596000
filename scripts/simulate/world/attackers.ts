import type { ReportKind } from '../../../lib/model/report.ts';
import { COMPLAINTS } from '../../../feed/store/count-kinds.ts';
import type { Random } from '../../calibrate/random.ts';
import { REGIONS } from './assumptions.ts';
import type { Event, Happening } from './happening.ts';
import type { Person } from './population.ts';

/** Blocks and networks of attackers are theirs alone. */
const THEIR_BLOCKS = 1_000_000;

/** Networks that somebody rents: so many, in so many blocks; named by the edge as being all over the world. */
export const rentedNetworks = (networks: number, blocks: number): readonly Person[] =>
  Array.from({ length: networks }, (_, index) => ({
    block: THEIR_BLOCKS + (index % blocks),
    network: (THEIR_BLOCKS + (index % blocks)) * 1_000 + Math.floor(index / blocks),
    region: (index % blocks) % REGIONS.length,
  }));

interface Flood {
  readonly networks: readonly Person[];
  /** From when to when, ms since 1970. */
  readonly from: number;
  readonly until: number;
  readonly kinds?: readonly ReportKind[];
}

/** Every network sends every complaint in every bucket: all that the server counts of it. */
export const flood = ({ networks, from, until, kinds = COMPLAINTS }: Flood): Happening => {
  // A fifth of the networks each minute: each one once a bucket, as if by many hands.
  const turns = [0, 1, 2, 3, 4].map((turn) => networks.filter((_, index) => index % 5 === turn));
  return ({ at, random }) => {
    if (at < from || at >= until) return [];
    const turn = turns[(at / 60_000) % turns.length] ?? [];
    return turn.flatMap((who) =>
      kinds.map((kind): Event => ({ at: at + random.unit() * 60_000, kind, from: who })),
    );
  };
};

/** So many networks each minute, drawn anew, as `many` says: for an attacker who knows the detector's state. */
export const drip =
  (random: Random, networks: readonly Person[], kind: ReportKind, many: (at: number) => number): Happening =>
  ({ at }) => {
    const mean = Math.min(networks.length, Math.max(0, many(at)));
    const whole = Math.floor(mean) + Number(random.chance(mean % 1));
    return Array.from({ length: whole }, () => ({
      at: at + random.unit() * 60_000,
      kind,
      from: random.pick(networks),
    }));
  };
