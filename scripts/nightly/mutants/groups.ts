/** Files that are broken on purpose, and the tests that must notice. */
export interface MutantGroup {
  /** Patterns of the files with the mutants. */
  readonly mutate: readonly string[];
  /** Patterns of test files, in the order in which they run: the quick ones first. */
  readonly tests: readonly string[];
  /** Names of tests that are left out, since they take longer than all others together and see nothing more. */
  readonly without: readonly string[];
}

export const MUTANT_GROUPS = {
  diagnosis: {
    mutate: ['lib/diagnosis/**/*.ts'],
    tests: [
      // Not what starts a process, in which no mutant is active, nor what measures the policy of questions.
      'tests/unit/diagnosis/!(replay-command|questions-by-gain).test.ts',
      'tests/property/*.test.ts',
      'tests/scenarios/scenarios.test.ts',
    ],
    // Sums over all scenarios, each of which is a test of its own.
    without: [
      'between them show every kind of evidence',
      'hold, and the confusion matrix is printed',
      'know a verdict better than unclear within the first three observations in most outages',
    ],
  },
  verification: {
    mutate: ['lib/feed/{verify-feed,verify-signatures,read-payload,envelope,trust,freshness,feed-fault}.ts'],
    tests: ['tests/unit/feed/{feed-fault,trust,verification,verify-feed}.test.ts'],
    without: [
      'verification never throws and believes nothing of it',
      'one changed byte of a good feed is never believed to say anything else',
      'any well-signed content gives a value',
    ],
  },
  pages: {
    mutate: ['lib/sensing/{classify-page,mark-conditions}.ts', 'lib/sensing/pages/page-gate.ts'],
    tests: [
      'tests/unit/sensing/page-gate.test.ts',
      'tests/unit/sensing-page/{classify-page,page-claims}.test.ts',
    ],
    without: [],
  },
  crowd: {
    mutate: ['feed/crowd/*.ts'],
    tests: ['tests/feed/crowd/!(simulation).test.ts'],
    without: ['stays small: a service’s state is below 16 kB however long and loudly it runs'],
  },
} as const satisfies Readonly<Record<string, MutantGroup>>;

export type MutantGroupName = keyof typeof MUTANT_GROUPS;
