import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as StandIn from './vitest-stand-in.ts';

const STAND_IN = new URL('./vitest-stand-in.ts', import.meta.url).href;

/** The tests of some files, in that order, but those so called; for these files `vitest` is the stand-in. */
export const loadCases = async (
  files: readonly string[],
  without: readonly string[],
): Promise<readonly StandIn.Case[]> => {
  // Outside a worker of its own `vitest` asks only that there is one.
  const worker = { config: {}, ctx: {}, environment: {}, metaEnv: {}, rpc: {}, durations: {} };
  Object.assign(globalThis, { __vitest_worker__: worker });
  registerHooks({
    resolve: (name, context, next) =>
      name === 'vitest' && context.parentURL !== STAND_IN
        ? { url: STAND_IN, shortCircuit: true }
        : next(name, context),
  });
  const { collectCases } = (await import(STAND_IN)) as typeof StandIn;
  const cases: StandIn.Case[] = [];
  for (const file of files)
    cases.push(...(await collectCases(file, () => import(pathToFileURL(resolve(file)).href))));
  return cases.filter(({ id }) => !without.some((name) => id.endsWith(` > ${name}`)));
};
