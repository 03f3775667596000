import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linesOf, median, sourceFiles } from './source-files.ts';

const SHIPPED = ['entrypoints', 'components', 'lib', 'locales'].flatMap(sourceFiles);
const ALL = [...SHIPPED, ...sourceFiles('scripts'), ...sourceFiles('tests')];
/** Files that are one table each: their length is the length of the data. */
const DATA = [/^locales\//, /-marks\.ts$/, /^lib\/diagnosis\/numbers\//, /^lib\/model\/evidence\.ts$/];

describe('the house', () => {
  it('keeps files small: half of them under 80 lines, none over 200 but tables', () => {
    expect(SHIPPED.length).toBeGreaterThan(100);
    expect(median(SHIPPED.map(linesOf))).toBeLessThan(80);
    const long = SHIPPED.filter((path) => linesOf(path) > 200 && !DATA.some((test) => test.test(path)));
    expect(long).toEqual([]);
  });

  it('keeps entrypoints to composition: at most 80 lines', () => {
    expect(sourceFiles('entrypoints').filter((path) => linesOf(path) > 80)).toEqual([]);
  });

  it('names files in kebab-case', () => {
    const NAME = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|content|d))?\.tsx?$/;
    expect(ALL.filter((path) => !NAME.test(basename(path)))).toEqual([]);
  });

  it('has no drawer for things that belong nowhere', () => {
    expect(ALL.filter((path) => /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.tsx?$)/.test(path))).toEqual(
      [],
    );
  });

  it('has an index only in services and diagnosis', () => {
    const indexes = SHIPPED.filter((path) => /\/index\.tsx?$/.test(path) && !path.startsWith('entrypoints/'));
    expect(indexes.sort()).toEqual(['lib/diagnosis/index.ts', 'lib/services/index.ts']);
  });
});
