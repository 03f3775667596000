import { describe, expect, it } from 'vitest';
import { BUILDS, filesOf, gzipKilobytes, loadedBy, readBuilt, type Build } from './package-files.ts';

describe.each(Object.keys(BUILDS) as Build[])('the package for %s', (build) => {
  it('has a content script of at most 6 kB', () => {
    expect(gzipKilobytes(build, ['content-scripts/page-sensor.js'])).toBeLessThanOrEqual(6);
  });

  it('has a toast script of at most 12 kB', () => {
    expect(gzipKilobytes(build, ['toast.js'])).toBeLessThanOrEqual(12);
  });

  it('has a background of at most 60 kB', () => {
    expect(gzipKilobytes(build, ['background.js'])).toBeLessThanOrEqual(60);
  });

  it('has a popup of at most 45 kB of script and style', () => {
    const files = loadedBy(build, 'popup.html');
    expect(files.some((file) => file.endsWith('.js'))).toBe(true);
    expect(gzipKilobytes(build, files)).toBeLessThanOrEqual(45);
  });

  it('opens the popup with one script and one style, which no other page loads', () => {
    expect(loadedBy(build, 'popup.html').toSorted()).toEqual(['popup.css', 'popup.js']);
    const all = filesOf(build).filter((file) => /\.(js|css)$/.test(file));
    const pages = ['history', 'method', 'options', 'welcome'].flatMap((page) =>
      loadedBy(build, `${page}.html`),
    );
    const alone = ['background.js', 'toast.js', 'optional-page-sensor.js', 'content-scripts/page-sensor.js'];
    const loaded = [...pages, ...alone, 'popup.css', 'popup.js'];
    expect(all.filter((file) => !loaded.includes(file))).toEqual([]);
  });

  it('carries nothing of the framework that nobody asked for', () => {
    const scripts = filesOf(build).filter((file) => file.endsWith('.js'));
    // What the framework's storage library says of a key that it does not like.
    const words = 'Storage key should be in the form';
    expect(scripts.filter((file) => readBuilt(build, file).includes(words))).toEqual([]);
  });

  it('weighs at most 300 kB in all', () => {
    expect(gzipKilobytes(build, filesOf(build))).toBeLessThanOrEqual(300);
  });
});
