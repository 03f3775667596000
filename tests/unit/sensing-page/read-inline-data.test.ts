// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { readInlineData } from '../../../lib/sensing/read-inline-data.ts';

const KEYS = ['"USER_ID":', '"userid":'];
const pageOf = (...scripts: readonly string[]): Document => {
  const page = document.implementation.createHTMLDocument();
  for (const text of scripts) page.head.append(Object.assign(page.createElement('script'), { text }));
  return page;
};
const sessionOf = (...scripts: readonly string[]) => readInlineData(pageOf(...scripts), KEYS, []).session;

describe('what a page says of its session', () => {
  test('is found behind more than a million characters of other data', () => {
    expect(sessionOf('x'.repeat(1_300_000), '{"USER_ID":"1000"}')).toBe('signed-in');
  });

  test('is taken from the surest key, wherever it stands', () => {
    expect(sessionOf('{"userid":0}', '{"USER_ID":"1000"}')).toBe('signed-in');
    expect(sessionOf('{"USER_ID":"1000"}', '{"userid":0}')).toBe('signed-in');
  });

  test('is nothing on an error route, though that stands behind it', () => {
    expect(
      sessionOf('{"USER_ID":"1000"}', 'x'.repeat(250_000), '{"__dr":"CometErrorRoot.react"}'),
    ).toBeNull();
  });
});
