import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDER = 'tests/scenarios';
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const rows = readFileSync('docs/scenarios.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| `[^`]+\.json`/.test(line))
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()));
const listed = rows.map(([, file = '']) => file.replaceAll('`', ''));

describe('the list of scenarios', () => {
  it('has a row for every file, and no row without one or twice', () => {
    expect([...listed].sort()).toEqual([...files].sort());
  });

  it('says of each which incident or nuance it stands for, what happens, and what must be said', () => {
    for (const cells of rows) expect(cells.slice(2, -1).every((cell) => cell !== '')).toBe(true);
  });

  it('names at least 60, and every scenario says what it expects', () => {
    expect(files.length).toBeGreaterThanOrEqual(60);
    for (const file of files) {
      const { title, expect: expected } = JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as {
        title: string;
        expect?: unknown[];
      };
      expect([file, title !== '', (expected ?? []).length > 0]).toEqual([file, true, true]);
    }
  });
});
