import { createInstance } from 'addons-linter';
import { expect, it } from 'vitest';
import { BUILDS } from './package-files.ts';

it('passes the linter of the Firefox add-on store without errors and warnings', async () => {
  const linter = createInstance({
    config: {
      _: [BUILDS.firefox],
      logLevel: 'fatal',
      stack: false,
      pretty: false,
      warningsAsErrors: false,
      metadata: false,
      output: 'none',
      boring: true,
      selfHosted: false,
      shouldScanFile: () => true,
    },
    runAsBinary: false,
  });
  const report = await linter.run();
  expect([...report.errors, ...report.warnings]).toEqual([]);
  expect(report.count).toBe(0);
}, 60_000);
