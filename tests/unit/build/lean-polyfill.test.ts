import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CALLED_APIS, withoutUnusedCalls } from '../../../scripts/build/lean-polyfill.ts';

const polyfill = readFileSync('node_modules/webextension-polyfill/dist/browser-polyfill.js', 'utf8');

describe('the polyfill as it is built in', () => {
  it('keeps every part of the browser’s API that is called', () => {
    const sources = readdirSync('lib/browser').map((file) => readFileSync(`lib/browser/${file}`, 'utf8'));
    const called = sources.flatMap((source) =>
      [...source.matchAll(/\bbrowser\.(\w+)[.?]/g)].map((match) => match[1]),
    );
    expect([...new Set(called)].sort()).toEqual([...CALLED_APIS].sort());
  });

  it('is smaller, and knows the calls that are used as before', () => {
    const lean = withoutUnusedCalls(polyfill);
    expect(lean.length).toBeLessThan(polyfill.length * 0.7);
    expect(lean).toContain('"query":{');
    expect(lean).not.toContain('bookmarks');
  });

  it('stops the build when the table is not where it was', () => {
    expect(() => withoutUnusedCalls('const nothing = 1;')).toThrow(/apiMetadata/);
  });
});
