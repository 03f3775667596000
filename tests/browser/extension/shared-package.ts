import { inject } from 'vitest';
import type { BrowserName } from '../harness/browser-under-test.ts';

/** The extension as it ships, with the platform's feed and its keys in it: built once for a run. */
export const sharedPackage = (name: BrowserName): string => inject('packages')[name];
