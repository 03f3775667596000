/** 2^12 registers: 4 KiB, standard error 1.04 / √4096 = 1.6 %. */
const REGISTERS = 4096;
/** Bits that a rank is read from; a name of 48 bits has 36 beside its register's number. */
const RANK_BITS = 32;

/** σ of the estimator: what empty registers tell. `share` of them is 0 to 1. */
const sigma = (share: number): number => {
  if (share === 1) return Number.POSITIVE_INFINITY;
  let [power, factor, sum, last] = [share, 1, share, Number.NaN];
  while (sum !== last) {
    last = sum;
    power *= power;
    sum += power * factor;
    factor *= 2;
  }
  return sum;
};

/** τ of the estimator: what full registers tell. */
const tau = (share: number): number => {
  if (share === 0 || share === 1) return 0;
  let [root, factor, sum, last] = [share, 1, 1 - share, Number.NaN];
  while (sum !== last) {
    last = sum;
    root = Math.sqrt(root);
    factor /= 2;
    sum -= (1 - root) ** 2 * factor;
  }
  return sum / 3;
};

/**
 * Counts distinct names in fixed memory: HyperLogLog (Flajolet, Fusy, Gandouet and Meunier 2007) with the improved raw
 * estimator of Ertl (2017, arXiv:1702.01284, algorithm 6), which needs no tables and has no bias between small and large.
 * A name is a whole number of 48 evenly spread bits.
 */
export const createHyperLogLog = () => {
  const registers = new Uint8Array(REGISTERS);
  return {
    add(name: number): void {
      const register = name % REGISTERS;
      const rank = Math.clz32(Math.floor(name / (REGISTERS * 16))) + 1;
      if (rank > (registers[register] ?? 0)) registers[register] = rank;
    },
    count(): number {
      const having = new Uint32Array(RANK_BITS + 2);
      for (const rank of registers) having[rank] = (having[rank] ?? 0) + 1;
      const share = (rank: number): number => (having[rank] ?? 0) / REGISTERS;
      let sum = REGISTERS * tau(1 - share(RANK_BITS + 1));
      for (let rank = RANK_BITS; rank >= 1; rank -= 1) sum = (sum + (having[rank] ?? 0)) / 2;
      sum += REGISTERS * sigma(share(0));
      return Math.round((REGISTERS * REGISTERS) / (2 * Math.LN2 * sum));
    },
  };
};
