import { existsSync } from 'node:fs';
import { join } from 'node:path';

const CANDIDATES = ['welcome.html', 'options.html', 'history.html', 'popup.html', 'page.html'];

/** A page of the package from which the extension's API can be called; throws when it has none. */
export const quietPageOf = (extensionDir: string): string => {
  const found = CANDIDATES.find((name) => existsSync(join(extensionDir, name)));
  if (found === undefined) throw new Error(`no page to work from in the extension: ${CANDIDATES.join(', ')}`);
  return found;
};

/** A function as source text that calls itself with these arguments. */
export const callText = (run: (...args: never[]) => unknown, args: readonly unknown[]): string =>
  `(${run.toString()})(${args.map((arg) => JSON.stringify(arg) ?? 'undefined').join(',')})`;
