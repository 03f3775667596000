import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** All source files below a folder of the project, as paths from its root. */
export const sourceFiles = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });

export const linesOf = (path: string): number => readFileSync(path, 'utf8').split('\n').length - 1;

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};
