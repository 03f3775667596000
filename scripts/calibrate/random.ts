/** Draws that are the same for the same seed, on every machine. */
export interface Random {
  /** A number in [0, 1). */
  unit(): number;
  /** A number in [low, high). */
  between(low: number, high: number): number;
  /** An integer from low to high, both included. */
  integer(low: number, high: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<Value>(from: readonly Value[]): Value;
  /** One of the keys, in proportion to its weight. */
  weighted<Key extends string>(weights: Readonly<Partial<Record<Key, number>>>): Key;
  /** Above 0, half of the draws below `median`; two thirds within a factor of `spread` of it. */
  around(median: number, spread: number): number;
  /** Above 0, with this mean and no memory. */
  waiting(mean: number): number;
}

/** Mixes 32 bits so that neighbouring numbers become strangers (the finaliser of MurmurHash3). */
const mix = (value: number): number => {
  let h = value >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

/** The generator sfc32 (Chris Doty-Humphrey, PractRand): 128 bits of state, no known failure in statistical tests. */
export const createRandom = (...seeds: readonly number[]): Random => {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1];
  const bits = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (const seed of seeds) {
    a ^= mix(seed);
    b ^= mix(seed + 0x6a09e667);
    for (let i = 0; i < 12; i += 1) bits();
  }
  const unit = (): number => bits() / 4_294_967_296;
  const between = (low: number, high: number): number => low + (high - low) * unit();
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
  return {
    unit,
    between,
    integer: (low, high) => Math.floor(between(low, high + 1)),
    chance: (probability) => unit() < probability,
    pick: (from) => {
      const picked = from[Math.floor(unit() * from.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
    weighted: <Key extends string>(weights: Readonly<Partial<Record<Key, number>>>): Key => {
      const entries = Object.entries(weights) as [Key, number][];
      let left = unit() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      const last = entries.findLast(([, weight]) => weight > 0);
      if (!last) throw new Error('nothing has any weight');
      return last[0];
    },
    around: (median, spread) => median * Math.exp(normal() * Math.log(spread)),
    waiting: (mean) => -mean * Math.log(1 - unit()),
  };
};
