/**
 * The few words of Vitest that the conformance suites use, for a page of a real browser. Tests are collected, and run
 * one after another when the page is asked to.
 */
type Test = { readonly name: string; readonly run: () => Promise<void> };

const tests: Test[] = [];
let group = '';

export const describe = (name: string, body: () => void): void => {
  group = name;
  body();
};

export const it = (name: string, run: () => Promise<void>): void => {
  tests.push({ name: `${group} › ${name}`, run });
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Deep equality as `toEqual` has it; with `partly` the actual object may hold more, as in `toMatchObject`. */
const equal = (actual: unknown, expected: unknown, partly: boolean): boolean => {
  if (!isObject(actual) || !isObject(expected)) return Object.is(actual, expected);
  if (Array.isArray(actual) !== Array.isArray(expected)) return false;
  const keys = Object.keys(expected);
  if ((!partly || Array.isArray(expected)) && Object.keys(actual).length !== keys.length) return false;
  return keys.every((key) => Object.hasOwn(actual, key) && equal(actual[key], expected[key], partly));
};

const demand = (holds: boolean, actual: unknown, what: string, expected?: unknown): void => {
  if (!holds) throw new Error(`${JSON.stringify(actual)} ${what} ${JSON.stringify(expected)}`);
};

export const expect = (actual: unknown) => ({
  toBe: (expected: unknown) => demand(Object.is(actual, expected), actual, 'is not', expected),
  toBeNull: () => demand(actual === null, actual, 'is not', null),
  toEqual: (expected: unknown) => demand(equal(actual, expected, false), actual, 'does not equal', expected),
  toMatchObject: (expected: unknown) =>
    demand(equal(actual, expected, true), actual, 'does not match', expected),
  toHaveLength: (expected: number) =>
    demand((actual as ArrayLike<unknown>).length === expected, actual, 'has not the length', expected),
  rejects: {
    async toThrow() {
      const rejected = await (actual as Promise<unknown>).then(
        () => false,
        () => true,
      );
      demand(rejected, 'the promise', 'did not reject');
    },
  },
});

/** Runs every test; resolves to their names, each with the message of its failure or null. */
export const runAll = async (): Promise<{ name: string; failure: string | null }[]> => {
  const results: { name: string; failure: string | null }[] = [];
  for (const { name, run } of tests)
    results.push({
      name,
      failure: await run().then(
        () => null,
        (error: unknown) => String(error),
      ),
    });
  return results;
};
