import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export const BUILDS = { chrome: '.output/chrome-mv3', firefox: '.output/firefox-mv3' } as const;
export type Build = keyof typeof BUILDS;

/** A file of a built package; a missing build is an error that says what to run. */
export const readBuilt = (build: Build, file: string): string => {
  const path = join(BUILDS[build], file);
  if (!existsSync(path)) throw new Error(`${path} is missing: run npm run build && npm run build:firefox`);
  return readFileSync(path, 'utf8');
};

/** All files of a built package, as paths below it. */
export const filesOf = (build: Build, below = ''): string[] =>
  readdirSync(join(BUILDS[build], below)).flatMap((name) => {
    const path = join(below, name);
    return statSync(join(BUILDS[build], path)).isDirectory() ? filesOf(build, path) : [path];
  });

/** Size in kB (1,000 bytes) of files packed with gzip (level 9) one by one, as they are measured against the budgets. */
export const gzipKilobytes = (build: Build, files: readonly string[]): number =>
  files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(BUILDS[build], file)), { level: 9 }).length,
    0,
  ) / 1000;

/** What an extension page loads: its own scripts and styles and those they import, as files of the package. */
export const loadedBy = (build: Build, page: string): string[] => {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    if (!file.endsWith('.js')) return;
    const folder = file.split('/').slice(0, -1).join('/');
    const imports = readBuilt(build, file).matchAll(/(?:from|import)\s*["'](\.{1,2}\/[^"']+)["']/g);
    for (const [, path = ''] of imports) visit(join(folder, path));
  };
  const html = readBuilt(build, page);
  for (const [, path = ''] of html.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)) visit(path);
  return [...seen];
};
