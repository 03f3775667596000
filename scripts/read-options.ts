import { parseArgs, type ParseArgsConfig } from 'node:util';

/**
 * The options of this process's command line.
 * @param options what is understood
 * @returns their values; what is not understood ends the process with `usage` on standard error and exit status 2
 */
export const readOptions = <const Options extends NonNullable<ParseArgsConfig['options']>>(
  options: Options,
  usage: string,
) => {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
    process.exit(2);
  }
};
