/** The linter ships no types; this is the part that is used. */
declare module 'addons-linter' {
  interface Report {
    readonly count: number;
    readonly errors: readonly unknown[];
    readonly warnings: readonly unknown[];
  }
  export function createInstance(options: {
    config: Readonly<Record<string, unknown>>;
    runAsBinary: boolean;
  }): { run(): Promise<Report> };
}
