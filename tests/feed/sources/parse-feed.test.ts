import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../../feed/sources/parse-feed.ts';

const rss = (inside: string): string => `<rss version="2.0"><channel>${inside}</channel></rss>`;

describe('the parser of feeds', () => {
  it('reads the items of RSS 2.0', () => {
    const items = rss(
      '<title>Status</title><item><title>One</title><description><![CDATA[<b>two</b> &amp; three]]></description><pubDate>Fri, 12 Jun 2026 13:55:00 GMT</pubDate></item><item><title/></item>',
    );
    expect(parseFeed(items)).toEqual([
      { title: 'One', body: '<![CDATA[<b>two</b> &amp; three]]>', time: 'Fri, 12 Jun 2026 13:55:00 GMT' },
      { title: '', body: '', time: null },
    ]);
  });

  it('reads the entries of Atom, with content before summary and the update before the publication', () => {
    const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Status</title>
      <entry><title type="html">One</title><summary>short</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>long</p></div></content>
      <published>2026-06-12T13:00:00Z</published><updated>2026-06-12T14:00:00Z</updated></entry></feed>`;
    const [entry] = parseFeed(atom) ?? [];
    expect(entry).toMatchObject({ title: 'One', time: '2026-06-12T14:00:00Z' });
    expect(entry?.body).toContain('<p>long</p>');
  });

  it('finds no items in an empty channel and an empty feed', () => {
    expect(parseFeed(rss('<title>Status</title>'))).toEqual([]);
    expect(parseFeed('<rss><channel></channel></rss>')).toEqual([]);
    expect(parseFeed('<feed xmlns="http://www.w3.org/2005/Atom"></feed>')).toEqual([]);
  });

  it.each([
    [
      'a billion laughs',
      `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${rss('<item><title>&b;</title></item>')}`,
    ],
    [
      'an external entity',
      `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss('<item><title>&x;</title></item>')}`,
    ],
    ['a document type from elsewhere', `<!doctype rss SYSTEM "http://127.0.0.1/x.dtd">${rss('')}`],
    ['deep nesting', rss(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`)],
    ['reserved names', rss('<__proto__><item><title>x</title></item></__proto__>')],
    ['no feed', '<html><body></body></html>'],
    ['a feed inside something else', `<html>${rss('<item/>')}</html>`],
    ['nothing', ''],
    ['a channel of text', '<rss><channel>hello</channel></rss>'],
    ['two channels', '<rss><channel><item/></channel><channel></channel></rss>'],
  ])('takes nothing from %s', (_what, text) => {
    expect(parseFeed(text)).toBeNull();
  });

  it('resolves no reference that a document could define', () => {
    expect(parseFeed(rss('<item><pubDate>&x;&amp;</pubDate></item>'))).toMatchObject([{ time: '&x;&amp;' }]);
  });

  it('reads two hundred items at most', () => {
    expect(parseFeed(rss('<item><title>x</title></item>'.repeat(5_000)))).toHaveLength(200);
  });

  it('ends soon at the byte cap, whatever stands there', () => {
    const size = 512 * 1024;
    for (const piece of [
      '<item><title>a</title></item>',
      '<item ',
      '<![CDATA[',
      '&amp;',
      '<!--',
      '<a b="',
      '<item>',
      ' ',
    ]) {
      const before = performance.now();
      parseFeed(rss(piece.repeat(size / piece.length)));
      expect(performance.now() - before, piece).toBeLessThan(5_000);
    }
  });

  it('never throws', () => {
    const pieces = fc.constantFrom(
      '<rss>',
      '</rss>',
      '<channel>',
      '<item>',
      '</item>',
      '<title>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '&',
      '"',
      '<?x',
      '>',
    );
    const soup = fc.array(fc.oneof(pieces, fc.string())).map((parts) => `${parts.join('')}</rss>`);
    fc.assert(
      fc.property(soup, (text) => {
        const items = parseFeed(text);
        return items === null || Array.isArray(items);
      }),
      { numRuns: 3_000, seed: 5 },
    );
  });
});
