import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officialText } from '../../../feed/sources/official-text.ts';
import { plainText } from '../../../feed/sources/plain-text.ts';
import { readTime } from '../../../lib/official/read-time.ts';
import { officialWord } from '../../../lib/model/feed.ts';
import { mayBeShown } from '../../../lib/model/official-words.ts';
import { z } from '../../../lib/model/zod.ts';

describe('plain text', () => {
  it.each([
    ['<p>We are\n looking <b>into</b> it.</p>', 'We are looking into it.'],
    ['&lt;p&gt;One&lt;/p&gt;&lt;p&gt;two &amp;amp; three&lt;/p&gt;', 'One two & three'],
    ['<![CDATA[<strong>Resolved</strong> - it works]]>', 'Resolved - it works'],
    ['5 &lt; 6 and 7 > 6', '5 < 6 and 7 > 6'],
    ['caf&#233; caf&#xE9; &nbsp; &rsquo;', 'café café ’'],
    ['&unknown; &#0; &#xFFFFFF; &#55296;', '&unknown;'],
    ['<!-- hidden --><script>x</script>', 'x'],
  ])('of %s is %s', (raw, text) => {
    expect(plainText(raw)).toBe(text);
  });
});

describe('official text', () => {
  it('is kept as it stands when it is short and clean', () => {
    expect(officialText('We are aware of an issue impacting Facebook Login.')).toBe(
      'We are aware of an issue impacting Facebook Login.',
    );
  });

  it('is cut between words at 280 characters', () => {
    const cut = officialText('word '.repeat(200)) ?? '';
    expect(cut.length).toBeLessThanOrEqual(280);
    expect(cut).toMatch(/^word .* word…$/);
    expect(officialText('字'.repeat(400))?.length).toBeLessThanOrEqual(280);
    expect(officialText('😀'.repeat(400))).toMatch(/^(?:😀)+…$/u);
  });

  it.each([
    ['an address', 'Look at https://status.example for more.'],
    ['an address in markup’s text', '<a href="x">help.example</a>'],
    ['an e-mail', 'Write to help&#64;example'],
    ['a phone number', 'Call 1-800-555-0199'],
    ['control characters', 'a\u0007b'],
    ['a bidirectional override', 'a&#x202E;b'],
    ['nothing', '  <p> </p> '],
  ])('with %s is left out', (_what, raw) => {
    expect(officialText(raw)).toBeNull();
  });

  it('hides no address or number in the cut', () => {
    const filler = 'x'.repeat(9) + ' ';
    for (let length = 20; length < 32; length += 1) {
      expect(
        officialText(`${filler.repeat(length)}call 1 800 555 0199 now`)?.match(/\d[\d ]{7,}/) ?? null,
      ).toBeNull();
      expect(officialText(`${filler.repeat(length)}help.example now`) ?? '').not.toContain('help.');
    }
  });

  it('always fits the feed and passes the reader’s own test', () => {
    const sign = fc.constantFrom(
      '<',
      '>',
      '&',
      ';',
      '#',
      '@',
      '.',
      '1',
      ' ',
      'a',
      '\u202e',
      '😀',
      '&lt;',
      '\ud800',
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.array(sign, { maxLength: 500 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (raw) => {
        const shown = officialText(raw);
        if (shown === null) return true;
        const word = { source: 's', status: 'outage', text: shown, url: null, at: null };
        return mayBeShown(shown) && z.safeParse(officialWord, word).success;
      }),
      { numRuns: 3_000, seed: 3 },
    );
  });
});

describe('a time', () => {
  const now = Date.UTC(2026, 5, 12, 14, 20);
  const there = Date.UTC(2026, 5, 12, 13, 55);
  it.each([
    ['seconds', there / 1000],
    ['milliseconds', there],
    ['seconds as text', String(there / 1000)],
    ['milliseconds as text', String(there)],
    ['ISO 8601', '2026-06-12T13:55:00Z'],
    ['ISO 8601 with an offset', '2026-06-12T15:55:00+02:00'],
    ['RFC 2822', 'Fri, 12 Jun 2026 13:55:00 +0000'],
    ['GMT', 'Fri, 12 Jun 2026 13:55:00 GMT'],
    ['a zone of America', 'Fri, 12 Jun 2026 06:55:00 PDT'],
  ])('in %s is read', (_form, value) => {
    expect(readTime(value, now)).toBe(there);
  });

  it.each([
    ['no zone', '2026-06-12T13:55:00'],
    ['no date', 'soon'],
    ['null', null],
    ['nothing', undefined],
    ['an object', {}],
    ['the future', '2026-06-12T14:40:00Z'],
    ['long ago', 5],
    ['infinity', Infinity],
    ['a huge number', 1e300],
    ['not a number', Number.NaN],
    ['below zero', -1],
  ])('with %s is none', (_form, value) => {
    expect(readTime(value, now)).toBeNull();
  });
});
