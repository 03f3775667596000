import type { Case, Suite } from './vitest-stand-in.ts';

/** How a test ended: in so many milliseconds, with what was wrong, if something was. */
export interface Outcome {
  readonly id: string;
  readonly took: number;
  readonly failure: string | null;
}

const call = async (bodies: readonly unknown[]): Promise<void> => {
  for (const body of bodies) await (body as () => unknown)();
};

/**
 * Runs tests one after the other, each with what its suites ask for before and after, and gives how each ended.
 * `around` is told of each before it starts; the first that fails is the last, unless `toTheEnd`.
 */
export const runCases = async (
  cases: readonly Case[],
  around: (id: string | undefined) => void,
  toTheEnd: boolean,
): Promise<Outcome[]> => {
  const begun = new Set<Suite>();
  const outcomes: Outcome[] = [];
  for (const { id, suites, run } of cases) {
    const start = performance.now();
    let failure: string | null = null;
    try {
      for (const suite of suites) {
        if (begun.has(suite)) continue;
        begun.add(suite);
        await call(suite.beforeAll);
      }
      around(id);
      await call(suites.flatMap((suite) => suite.beforeEach));
      await run();
    } catch (error) {
      failure = String(error);
    }
    try {
      await call(suites.toReversed().flatMap((suite) => suite.afterEach));
    } catch (error) {
      failure ??= String(error);
    }
    around(undefined);
    outcomes.push({ id, took: performance.now() - start, failure });
    if (failure !== null && !toTheEnd) break;
  }
  await call([...begun].flatMap((suite) => suite.afterAll)).catch(() => undefined);
  return outcomes;
};
