import type { z } from './zod.ts';

/** Where something does not fit a schema, and what was expected there. */
export interface Misfit {
  /** E.g. `observations[3].status`; empty for the whole. */
  readonly path: string;
  readonly expected: string;
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const pathText = (path: Path): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');

const list = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(', ');

/** Of a union's branches the one that came furthest: its first complaint lies deepest, or it has the fewest. */
const nearestBranch = (branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined => {
  const depth = (branch: readonly Issue[]): number => Math.max(0, ...branch.map(({ path }) => path.length));
  return [...branches]
    .filter((branch) => branch.length > 0)
    .sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
};

const expectedBy = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${issue.expected}`;
    case 'invalid_value':
      return issue.values.length === 1
        ? `expected ${list(issue.values)}`
        : `expected one of ${list(issue.values)}`;
    case 'unrecognized_keys':
      return `expected no ${issue.keys.length === 1 ? 'field' : 'fields'} ${list(issue.keys)}`;
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? `expected one of ${list(issue.options)}`
        : 'expected another form';
    case 'too_small':
      return `expected at least ${String(issue.minimum)}${issue.origin === 'array' ? ' items' : ''}`;
    case 'too_big':
      return `expected at most ${String(issue.maximum)}${issue.origin === 'string' ? ' characters' : ''}`;
    default:
      return issue.message === 'Invalid input' ? 'expected another form' : issue.message;
  }
};

/** The first thing that does not fit, looked for inside unions, so that the path is as long as it can be. */
export const misfitOf = (issue: Issue, before: Path = []): Misfit => {
  const path = [...before, ...issue.path];
  if (issue.code === 'invalid_union') {
    const inside = nearestBranch(issue.errors)?.[0];
    if (inside) return misfitOf(inside, path);
  }
  return { path: pathText(path), expected: expectedBy(issue) };
};
