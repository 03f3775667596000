/**
 * The runner of the tests against mutants, a plugin of Stryker: each worker loads the test files once and then runs,
 * for each mutant, the tests that reach it. A runner that loads everything anew for each mutant takes twenty times
 * as long.
 */
import { globSync } from 'node:fs';
import { INSTRUMENTER_CONSTANTS, type MutantCoverage, type StrykerOptions } from '@stryker-mutator/api/core';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  toMutantRunResult,
  type DryRunOptions,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  type TestRunnerCapabilities,
} from '@stryker-mutator/api/test-runner';
import { loadCases } from './load-cases.ts';
import { runCases, type Outcome } from './run-cases.ts';
import type { Case } from './vitest-stand-in.ts';

/** What the instrumented code reads and writes: which mutant is active, what was reached, how often. */
interface Instruments {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  mutantCoverage?: MutantCoverage;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
}

/** The option `inProcess`: patterns of test files, in the order in which they run, and names of tests to leave out. */
interface Tests {
  readonly files: readonly string[];
  readonly without: readonly string[];
}

/** What Stryker is told of the outcomes. */
const asResults = (outcomes: readonly Outcome[]): TestResult[] =>
  outcomes.map(({ id, took, failure }) => {
    const told = { id, name: id, timeSpentMs: took };
    return failure === null
      ? { ...told, status: TestStatus.Success }
      : { ...told, status: TestStatus.Failed, failureMessage: failure };
  });

class InProcessRunner implements TestRunner {
  static readonly inject = tokens(commonTokens.options);
  readonly #tests: Tests;
  readonly #instruments: Instruments;
  #cases: Promise<readonly Case[]> | null = null;
  #state: 'fresh' | 'used' | 'spoilt' = 'fresh';

  constructor(options: StrykerOptions) {
    this.#tests = options['inProcess'] as Tests;
    const scope = globalThis as unknown as Record<string, Instruments>;
    this.#instruments = scope[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {};
  }

  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: true };
  }

  async dryRun(options: DryRunOptions): Promise<DryRunResult> {
    const tests = asResults(await this.#run(await this.#load(), options.disableBail));
    const { mutantCoverage } = this.#instruments;
    return { status: DryRunStatus.Complete, tests, ...(mutantCoverage && { mutantCoverage }) };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    if (this.#state === 'spoilt') throw new Error('An earlier mutant left something behind.');
    const { activeMutant, testFilter, hitLimit } = options;
    const whileLoading = options.mutantActivation === 'static';
    Object.assign(this.#instruments, { hitCount: hitLimit && 0, hitLimit });
    if (options.reloadEnvironment) this.#cases = null;
    if (whileLoading) this.#instruments.activeMutant = activeMutant.id;
    let cases: readonly Case[];
    try {
      cases = await this.#load();
    } catch (error) {
      this.#cases = null;
      if (!whileLoading) throw error;
      // Whatever cannot even be loaded is noticed by every test.
      return { status: MutantRunStatus.Killed, killedBy: [], failureMessage: String(error), nrOfTests: 0 };
    }
    const wanted = testFilter && new Set(testFilter);
    const covering = wanted ? cases.filter(({ id }) => wanted.has(id)) : cases;
    this.#instruments.activeMutant = activeMutant.id;
    const outcomes = await this.#run(covering, options.disableBail);
    const timeout = determineHitLimitReached(this.#instruments.hitCount, hitLimit);
    Object.assign(this.#instruments, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    // What was computed while loading stays as the mutant made it, until all is loaded anew.
    if (!whileLoading) await this.#lookAgain(outcomes, covering);
    return toMutantRunResult(timeout ?? { status: DryRunStatus.Complete, tests: asResults(outcomes) });
  }

  /**
   * A test that failed must hold again without the mutant. Otherwise something of a mutant is left in the modules: of
   * this one, if it is the first; else nobody knows of which, and this one is tried again in a new process.
   */
  async #lookAgain(outcomes: readonly Outcome[], cases: readonly Case[]): Promise<void> {
    const first = this.#state === 'fresh';
    this.#state = 'used';
    const failed = new Set(outcomes.filter(({ failure }) => failure !== null).map(({ id }) => id));
    const again = await this.#run(
      cases.filter(({ id }) => failed.has(id)),
      false,
    );
    if (again.every(({ failure }) => failure === null)) return;
    this.#state = 'spoilt';
    if (!first) throw new Error('An earlier mutant left something behind.');
  }

  #run(cases: readonly Case[], toTheEnd: boolean): Promise<Outcome[]> {
    const begin = (id: string | undefined): void => void (this.#instruments.currentTestId = id);
    return runCases(cases, begin, toTheEnd);
  }

  /** The tests, from the files in the working directory: the copy with the mutants in it. */
  #load(): Promise<readonly Case[]> {
    const { files, without } = this.#tests;
    this.#cases ??= loadCases(
      files.flatMap((pattern) => globSync(pattern).sort()),
      without,
    );
    return this.#cases;
  }
}

/** Read by Stryker. */
export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
export const strykerValidationSchema = { properties: { inProcess: { type: 'object' } } };
