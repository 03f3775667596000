import type { Tally } from '../store/count-store.ts';
import type { NetworkName } from './network-hash.ts';

/** What many tallies of a second have in common. */
export type TallyHead = Omit<Tally, 'network' | 'block'>;

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** Room for so many to begin with; it doubles when it is full. */
const FIRST_ROOM = 1024;

/**
 * The tallies that wait for the next flush, as columns of numbers: 13 bytes each instead of objects, which would outlive the
 * collector's young generation and make a busy node twice as large.
 */
export const createPendingTallies = () => {
  let room = FIRST_ROOM;
  let count = 0;
  let networks = new Float64Array(room);
  let blocks = new Uint32Array(room);
  let places = new Uint32Array(room);
  let heads: TallyHead[] = [];
  let placeOfHead = new Map<string, number>();

  const grow = (): void => {
    room *= 2;
    const [before, sides, at] = [networks, blocks, places];
    [networks, blocks, places] = [new Float64Array(room), new Uint32Array(room), new Uint32Array(room)];
    networks.set(before);
    blocks.set(sides);
    places.set(at);
  };

  const headPlace = (head: TallyHead): number => {
    const name = `${head.service} ${head.kind} ${head.bucket} ${head.region ?? ''}`;
    const known = placeOfHead.get(name);
    if (known !== undefined) return known;
    placeOfHead.set(name, heads.length);
    return heads.push(head) - 1;
  };

  const push = (head: TallyHead, { network, block }: NetworkName): void => {
    if (count === room) grow();
    [networks[count], blocks[count], places[count]] = [network, block, headPlace(head)];
    count += 1;
  };

  return {
    count: (): number => count,
    push,
    /** Takes all out. */
    take(): Tally[] {
      const taken = Array.from({ length: count }, (_, index) => ({
        ...(heads[places[index] ?? 0] as TallyHead),
        network: hex(networks[index] ?? 0, 12),
        block: hex(blocks[index] ?? 0, 8),
      }));
      count = 0;
      heads = [];
      placeOfHead = new Map();
      return taken;
    },
    /** Puts tallies back that a store could not take. */
    putBack(tallies: readonly Tally[]): void {
      for (const { network, block, ...head } of tallies)
        push(head, { network: Number.parseInt(network, 16), block: Number.parseInt(block, 16) });
    },
  };
};
