import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type * as StandIn from './vitest-stand-in.ts';

const STAND_IN = new URL('./vitest-stand-in.ts', import.meta.url).href;

/** Counts how often everything was loaded: a part of each module's address, so that it is loaded anew. */
let turn = 0;

const sources = new Map<string, string>();

/** A file's JavaScript, made once however often it is loaded. */
const sourceOf = (url: string): string => {
  const path = fileURLToPath(url);
  const known = sources.get(path);
  if (known !== undefined) return known;
  const source = stripTypeScriptTypes(readFileSync(path, 'utf8'));
  sources.set(path, source);
  return source;
};

/** Modules of the working directory (the copy with the mutants in it) are loaded anew each time, others once. */
const hook = (): void => {
  const here = pathToFileURL(`${process.cwd()}/`).href;
  const isOurs = (url: string): boolean =>
    url.startsWith(here) && !url.startsWith(STAND_IN) && !url.includes('/node_modules/');
  // Outside a worker of its own `vitest` asks only that there is one.
  const worker = { config: {}, ctx: {}, environment: {}, metaEnv: {}, rpc: {}, durations: {} };
  Object.assign(globalThis, { __vitest_worker__: worker });
  registerHooks({
    resolve: (name, context, next) => {
      if (name === 'vitest' && context.parentURL !== STAND_IN) return { url: STAND_IN, shortCircuit: true };
      const found = next(name, context);
      const [address] = found.url.split('?');
      return isOurs(found.url) ? { ...found, url: `${address ?? ''}?${String(turn)}` } : found;
    },
    load: (url, context, next) =>
      isOurs(url) && url.includes('.ts?')
        ? { format: 'module', source: sourceOf(url), shortCircuit: true }
        : next(url, context),
  });
};

/**
 * Loads everything anew and gives the tests of some files of the working directory, in that order, but those so
 * called. For these files `vitest` is the stand-in.
 */
export const loadCases = async (
  files: readonly string[],
  without: readonly string[],
): Promise<readonly StandIn.Case[]> => {
  if (turn === 0) hook();
  turn += 1;
  const { collectCases } = (await import(STAND_IN)) as typeof StandIn;
  const cases: StandIn.Case[] = [];
  for (const file of files)
    cases.push(...(await collectCases(file, () => import(pathToFileURL(resolve(file)).href))));
  return cases.filter(({ id }) => !without.some((name) => id.endsWith(` > ${name}`)));
};
