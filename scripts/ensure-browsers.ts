import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Debian packages by the program that each brings. */
const PACKAGES = {
  chromium: 'chromium',
  'firefox-esr': 'firefox-esr',
  'redis-server': 'redis-server',
} as const;
type Program = keyof typeof PACKAGES;
const PROGRAMS = Object.keys(PACKAGES) as Program[];

const isRunnable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/** The path of a program on `PATH`, or null. */
const findProgram = async (name: string): Promise<string | null> => {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (folder !== '' && (await isRunnable(path))) return path;
  }
  return null;
};

const missingPrograms = async (): Promise<Program[]> => {
  const found = await Promise.all(PROGRAMS.map(async (name) => ((await findProgram(name)) ? null : name)));
  return found.filter((name) => name !== null);
};

const install = async (missing: readonly Program[]): Promise<void> => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  await run(
    'apt-get',
    ['install', '-yq', '--no-install-recommends', ...missing.map((name) => PACKAGES[name])],
    {
      env,
      maxBuffer: 64 * 1024 * 1024,
    },
  );
};

const located = async (name: Program): Promise<string> => {
  const path = await findProgram(name);
  if (path === null) throw new Error(`${name} can't be found`);
  return path;
};

/**
 * Makes sure that Chromium, Firefox ESR and redis-server are there, and gives the paths of the browsers. Installs Debian's packages where
 * they are missing, if this is root on a machine with apt; otherwise throws an error of one line that says what to install.
 */
export const ensureBrowsers = async (): Promise<{ chromium: string; firefox: string }> => {
  const missing = await missingPrograms();
  if (missing.length > 0) {
    const names = missing.map((name) => PACKAGES[name]).join(' ');
    if (process.getuid?.() !== 0 || !(await findProgram('apt-get')))
      throw new Error(
        `Please install for the tests: ${names} (on Debian or Ubuntu: sudo apt-get install ${names})`,
      );
    await install(missing);
  }
  return { chromium: await located('chromium'), firefox: await located('firefox-esr') };
};

if (import.meta.main) {
  ensureBrowsers().then(
    ({ chromium, firefox }) => {
      console.log(`Chromium: ${chromium}\nFirefox: ${firefox}`);
    },
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    },
  );
}
