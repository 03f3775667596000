import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTags } from '../../../feed/probes/read-tags.ts';

describe('the elements of a page', () => {
  it('have lower-case names and attributes, in whatever quotes', () => {
    expect(readTags(`<INPUT Type=password NAME='pa ss' data-a="<b>" disabled>`).tags).toEqual([
      { name: 'input', attributes: { type: 'password', name: 'pa ss', 'data-a': '<b>', disabled: '' } },
    ]);
  });

  it('take the first of two attributes with one name', () => {
    expect(readTags('<a id="one" id="two">').tags[0]?.attributes['id']).toBe('one');
  });

  it('are none inside comments, scripts, styles, templates and noscript', () => {
    const html =
      '<!-- <a1> --><script src="x"><a2></script><style><a3></style><template><a4></template><noscript><a5></noscript><a6>';
    expect(readTags(html).tags.map(({ name }) => name)).toEqual([
      'script',
      'style',
      'template',
      'noscript',
      'a6',
    ]);
  });

  it('leave out what stands in a comment or script that never ends', () => {
    expect(readTags('<a><!-- <b>').tags).toHaveLength(1);
    expect(readTags('<a><script> <b>').tags).toHaveLength(2);
  });

  it('come with the text of the scripts', () => {
    expect(
      readTags('<script>one</script><p>two</p><script type="application/json">{"three":3}</script>').inline,
    ).toBe('one\n{"three":3}');
  });

  it('make no prototype', () => {
    const { attributes } = readTags('<a __proto__="x" constructor="y">').tags[0] ?? { attributes: {} };
    expect(Object.keys(attributes).toSorted()).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(attributes)).toBe(Object.prototype);
  });

  it('are found soon in a page made to be slow', () => {
    for (const piece of [
      '<a ',
      '<a "',
      "<a '",
      '<!--',
      '<script',
      '<script>',
      '<a b=',
      '"',
      '<a b="c',
      '<',
      '<a b=\'"',
      '</script',
      '<a/',
    ] as const) {
      const before = performance.now();
      readTags(piece.repeat(1_000_000 / piece.length));
      expect(performance.now() - before, piece).toBeLessThan(5_000);
    }
  });

  it('never throw', () => {
    const sign = fc.constantFrom('<', '>', '"', "'", '=', '/', '!--', '-->', 'script', 'a', ' ');
    const page = fc
      .array(fc.oneof(sign, fc.string({ maxLength: 3 })), { maxLength: 80 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(page, (html) => Array.isArray(readTags(html).tags)),
      { numRuns: 3_000, seed: 6 },
    );
  });
});
