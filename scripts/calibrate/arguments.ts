import { parseArgs } from 'node:util';
import { MIX_NAMES, type Mix } from './mixes.ts';

export interface Arguments {
  /** Of each mix. */
  readonly cases: number;
  readonly seed: number;
  readonly mixes: readonly Mix[];
  readonly misses: boolean;
  readonly write: boolean;
  /** Write the records of these cases, or of the first so many, into a folder. */
  readonly dump: { readonly numbers: readonly number[]; readonly folder: string } | null;
}

export const USAGE = `usage: npm run calibrate -- [--cases 100000] [--seed 1] [--mix natural|stratified] [--misses] [--write]
       npm run calibrate -- --dump 20 FOLDER        [--mix stratified] [--seed 1]   records of cases 0 to 19
       npm run calibrate -- --dump 17,1203 FOLDER   [--mix stratified] [--seed 1]   records of these cases
`;

const count = (text: string | undefined, fallback: number): number | null => {
  if (text === undefined) return fallback;
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
};

const numbersOf = (text: string): readonly number[] | null => {
  if (/^\d{1,6}$/.test(text)) return Array.from({ length: Number(text) }, (_, number) => number);
  return /^\d{1,9}(,\d{1,9})+,?$|^\d{1,9},$/.test(text)
    ? text
        .split(',')
        .filter((part) => part !== '')
        .map(Number)
    : null;
};

/** Reads the command line; null where it cannot be understood. */
export const readArguments = (words: readonly string[]): Arguments | null => {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        cases: { type: 'string' },
        seed: { type: 'string' },
        mix: { type: 'string' },
        misses: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
        dump: { type: 'string' },
      },
    });
    const cases = count(values.cases, 100_000);
    const seed = count(values.seed, 1);
    const mixes = MIX_NAMES.filter((mix) => values.mix === undefined || values.mix === mix);
    const numbers = values.dump === undefined ? null : numbersOf(values.dump);
    const folder = positionals[0];
    if (cases === null || cases === 0 || seed === null || mixes.length === 0) return null;
    if (values.dump !== undefined && (numbers === null || folder === undefined)) return null;
    if (positionals.length > (values.dump === undefined ? 0 : 1)) return null;
    const dump = numbers && folder !== undefined ? { numbers, folder } : null;
    return { cases, seed, mixes, misses: values.misses, write: values.write, dump };
  } catch {
    return null;
  }
};
