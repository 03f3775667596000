/** Speed and size: `npm run bench` runs all benches, `npm run bench -- feed` one. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BENCHES = ['diagnosis', 'browser', 'feed'] as const;

const main = (wanted: readonly string[]): number => {
  const unknown = wanted.find((name) => !BENCHES.some((bench) => bench === name));
  if (unknown !== undefined) {
    console.error(`no bench is called ${unknown}; there are ${BENCHES.join(', ')}`);
    return 2;
  }
  let failed = 0;
  for (const name of wanted.length > 0 ? wanted : BENCHES) {
    console.log(`\n── ${name}`);
    const file = fileURLToPath(new URL(`./bench/${name}.ts`, import.meta.url));
    const args = ['--disable-warning=ExperimentalWarning', file];
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
    if (status !== 0) failed += 1;
  }
  return failed === 0 ? 0 : 1;
};

process.exitCode = main(process.argv.slice(2));
