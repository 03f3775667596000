/** Everything that CI runs, in the order in which a mistake is cheapest to find. Ends with `N passed, N failed`. */
import { rm } from 'node:fs/promises';
import { ensureBrowsers } from './ensure-browsers.ts';
import { check, tests, type Outcome } from './test/step.ts';

const STEPS: readonly (() => Promise<Outcome>)[] = [
  () => check('types', 'tsc', '--noEmit'),
  () => check('lint', 'eslint', '.', '--max-warnings', '0'),
  () => check('format', 'prettier', '--check', '--log-level', 'warn', '.'),
  () => check('build for Chrome and Edge', 'wxt', 'build'),
  () => check('build for Firefox', 'wxt', 'build', '-b', 'firefox'),
  () => tests('unit, property, conventions, scenarios, package', 'vitest.config.ts'),
  () => tests('feed server', 'vitest.feed.config.ts'),
  () => tests('real browsers', 'vitest.browser.config.ts'),
];

await rm('test-output', { recursive: true, force: true });
await ensureBrowsers();
const outcomes: Outcome[] = [];
for (const step of STEPS) outcomes.push(await step());

const sum = (pick: (outcome: Outcome) => number): number => outcomes.reduce((all, one) => all + pick(one), 0);
console.log('');
for (const { name, passed, failed, seconds } of outcomes)
  console.log(
    `${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(0)} s)`,
  );
const failed = sum(({ failed: count }) => count);
console.log(`\n${sum(({ passed }) => passed)} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
