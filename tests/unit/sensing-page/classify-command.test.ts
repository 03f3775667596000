import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { FIXTURES, fixtures, wantedOf } from './support/fixtures.ts';

const run = promisify(execFile);
const classify = (...paths: readonly string[]) =>
  run(process.execPath, ['scripts/classify.ts', ...paths]).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
const lines = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { file: string; got: string | null; expected: string });

const folder = mkdtempSync(join(tmpdir(), 'classify-'));
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('npm run classify, in a real Chromium', () => {
  test('gives every stored page the kind it is labelled with, one line each', async () => {
    const { code, stdout } = await classify(join(FIXTURES, 'index.json'));
    const got = new Map(lines(stdout).map((line) => [line.file, line.got]));
    expect(Object.fromEntries(got)).toEqual(
      Object.fromEntries(fixtures.map((fixture) => [fixture.file, wantedOf(fixture)])),
    );
    expect(code).toBe(0);
  }, 300_000);

  test('fails when a label is contradicted, but not when a page cannot be told; runs no script of a page', async () => {
    write(
      'a.html',
      '<body id="x"><script>document.body.remove(); location.href = "/login/"</script><p>x</p>',
    );
    write('b.html', '<!doctype html><form id="loginForm"><input type="password"></form>');
    const entry = {
      file: 'a.html',
      service: 'facebook',
      url: 'https://www.facebook.com/x (a remark)',
      pageKind: 'home',
    };
    const unknown = write('unknown.json', JSON.stringify([entry, { ...entry, file: 'a.json' }]));
    const first = await classify(unknown);
    expect(lines(first.stdout)).toEqual([
      { file: 'a.html', service: 'facebook', expected: 'home', got: null, marks: [] },
    ]);
    expect(first.code).toBe(0);

    const wrong = write(
      'wrong.json',
      JSON.stringify([
        { file: 'b.html', service: 'instagram', url: 'https://www.instagram.com/', pageKind: 'public' },
      ]),
    );
    expect((await classify(wrong)).code).toBe(1);
  }, 60_000);

  test.each([
    ['is not JSON', '{'],
    ['0.url', '[{"file":"a.html","service":"x","pageKind":"home"}]'],
  ])('an index that cannot be read (%s) is told in one line', async (reason, text) => {
    const { code, stdout, stderr } = await classify(write('bad.json', text));
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(reason);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
