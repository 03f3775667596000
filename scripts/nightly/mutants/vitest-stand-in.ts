/**
 * Stands for `vitest` in the test files while mutants are tried: the same `expect` and `vi`, but the tests are only
 * collected, to be run again and again in one process (`run-cases.ts`). Each module is loaded once for thousands of
 * mutants.
 */
import { expect, vi } from 'vitest';

export { expect, vi };

type Body = (...args: never[]) => unknown;

/** A `describe`, or the file itself: what is to be done around its tests. */
export interface Suite {
  readonly beforeAll: Body[];
  readonly afterAll: Body[];
  readonly beforeEach: Body[];
  readonly afterEach: Body[];
}

/** A test: its name with those of its suites before it, its suites from the outermost in, what it does. */
export interface Case {
  readonly id: string;
  readonly suites: readonly Suite[];
  readonly run: () => unknown;
}

let cases: Case[] = [];
let names: readonly string[] = [];
let suites: readonly Suite[] = [];

const within = (name: string, collect: () => unknown): void => {
  const outside = { names, suites };
  names = [...names, name];
  suites = [...suites, { beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] }];
  collect();
  ({ names, suites } = outside);
};

/** Loads a test file and gives its tests in their order. */
export const collectCases = async (name: string, load: () => Promise<unknown>): Promise<Case[]> => {
  cases = [];
  names = [name];
  suites = [{ beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] }];
  await load();
  return cases;
};

const declare = (name: string, run: Body): void => {
  const id = [...names, name].join(' > ');
  const twins = cases.filter((one) => one.id === id).length;
  cases.push({ id: twins === 0 ? id : `${id} (${String(twins)})`, suites, run });
};

const each =
  (add: (name: string, body: Body) => void) =>
  (rows: readonly unknown[]) =>
  (name: string, body: Body): void => {
    rows.forEach((row, index) => {
      const args = (Array.isArray(row) ? row : [row]) as never[];
      add(`${name} [${String(index)}]`, () => body(...args));
    });
  };

export const it = Object.assign(declare, { each: each(declare) });
export const test = it;
export const describe = Object.assign(within, { each: each(within) });

const hook = (kind: keyof Suite) => (body: Body) => void suites.at(-1)?.[kind].push(body);
export const beforeAll = hook('beforeAll');
export const afterAll = hook('afterAll');
export const beforeEach = hook('beforeEach');
export const afterEach = hook('afterEach');
