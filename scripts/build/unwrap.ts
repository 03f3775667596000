/** The import, in a framework's wrapper, of the script that it wraps. */
const DEFINITION = /^import definition from .*$/m;

/** The script in the framework's wrapper run without it; null where `code` is no such wrapper. */
export const unwrap = (code: string): string | null => {
  const definition = DEFINITION.exec(code)?.[0];
  return definition === undefined ? null : `${definition}\ndefinition.main();`;
};
