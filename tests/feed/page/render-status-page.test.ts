import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { renderStatusPage, STATUS_PAGE_STYLE_HASH } from '../../../feed/page/render-status-page.ts';
import type { FeedEntry, FeedPayload } from '../../../lib/model/feed.ts';
import { calmEntry, samplePayload } from '../../platform/feed/sample-payload.ts';
import { calmDay, NOW, outageDay } from './sample-days.ts';

const parse = (html: string): Document => new JSDOM(html).window.document;
const show = (payload: FeedPayload | null, language: 'en' | 'fr' = 'en', now = NOW): Document =>
  parse(renderStatusPage({ payload, now, language }));
/** The text of an element, or of a page without its head. */
const words = (node: Element | Document | null | undefined): string =>
  ((node && 'body' in node ? node.body : node)?.textContent ?? '').replace(/\s+/g, ' ').trim();
const service = (page: Document, id: string): Element | null =>
  page.querySelector(`[data-testid="service"][data-service="${id}"]`);
const withFacebook = (entry: Partial<FeedEntry>): FeedPayload =>
  samplePayload(NOW - 12_000, 7, { facebook: { ...calmEntry(), ...entry } });

describe('the status page', () => {
  it('shows every service by its name, with its state in words and in a mark of its own', () => {
    const page = show(outageDay());
    const rows = [...page.querySelectorAll('[data-testid="service"]')];
    expect(rows.map((row) => [words(row.querySelector('h2, h3')), row.getAttribute('data-status')])).toEqual([
      ['Facebook', 'outage'],
      ['Instagram', 'outage'],
      ['Messenger', 'degraded'],
      ['Threads', 'operational'],
      ['WhatsApp', 'operational'],
      ['X', 'operational'],
      ['WhatsApp Business', 'operational'],
    ]);
    expect(words(service(page, 'facebook')?.querySelector('.state'))).toMatch(
      /^Down since 15:00 UTC · for 24\smin$/,
    );
    expect(words(service(page, 'messenger')?.querySelector('.state'))).toMatch(
      /^Some trouble .* in some regions$/,
    );
    expect(words(service(page, 'x'))).toBe('X Works');
    const drawings = ['facebook', 'messenger', 'x'].map(
      (id) => service(page, id)?.querySelector('.mark')?.firstElementChild?.tagName,
    );
    expect(new Set(drawings).size).toBe(3);
  });

  it('says first how things stand, also in the title', () => {
    const page = show(outageDay());
    expect(words(page.querySelector('h1'))).toBe(
      'Facebook and Instagram are down. Some trouble with Messenger.',
    );
    expect(page.title).toBe(
      'Facebook and Instagram are down. Some trouble with Messenger. · Outage or Hacked',
    );
    expect(words(show(calmDay()).querySelector('h1'))).toBe('No known trouble.');
    expect(words(show(withFacebook({ status: 'outage' })).querySelector('h1'))).toBe('Facebook is down.');
    expect(words(show(withFacebook({ status: 'unknown' })).querySelector('h1'))).toBe(
      'Nothing is known right now.',
    );
  });

  it('tells people who were signed out to wait, while sign-ins are refused', () => {
    const lead = words(show(outageDay()).querySelector('.lead'));
    expect(lead).toContain('Signed out of Facebook and Messenger just now?');
    expect(lead).toContain('don’t reset your password');
  });

  it('tells them to sign in where that works at once', () => {
    const reset = withFacebook({
      status: 'degraded',
      symptoms: { 'forced-logout': 0.9, 'sign-in-works': 0.7 },
    });
    const lead = words(show(reset).querySelector('.lead'));
    expect(lead).toContain('can sign in again at once');
    expect(lead).not.toContain('reset');
  });

  it('gives every time in UTC, readable by machines', () => {
    const times = [...show(outageDay()).querySelectorAll('time')];
    expect(times.length).toBeGreaterThan(5);
    for (const time of times)
      expect(time.getAttribute('datetime')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(words(times[0])).toBe('15:23 UTC');
  });

  it('names the day of a time that is not of today', () => {
    const page = show(withFacebook({ status: 'outage', since: '2024-03-03T15:00:00Z' }));
    expect(words(service(page, 'facebook')?.querySelector('.state'))).toBe(
      'Down since 3 March, 15:00 UTC · for 2 days',
    );
  });

  it('draws the last six hours, one bar for ten minutes, and says them in words', () => {
    const curve = service(show(outageDay()), 'facebook')?.querySelector('svg.curve');
    expect(curve?.querySelectorAll('rect.bar')).toHaveLength(36);
    expect(curve?.getAttribute('role')).toBe('img');
    expect(curve?.getAttribute('aria-label')).toBe(
      'Reports of trouble with Facebook in each ten minutes from 09:30 to 15:30 UTC: between 0 and 4,200, most at 15:20, now 4,200.',
    );
    const heights = [...(curve?.querySelectorAll('rect.bar') ?? [])].map((bar) =>
      Number(bar.getAttribute('height')),
    );
    expect(heights.at(-1)).toBe(100);
    expect(heights.at(-2)).toBeCloseTo((2900 / 4200) * 100, 0);
  });

  it('marks in the curve when it began', () => {
    const line = service(show(outageDay()), 'facebook')?.querySelector('line.begin');
    expect(Number(line?.getAttribute('x1'))).toBeCloseTo(330, 0); // 15:00 is 33 windows after 09:30.
  });

  it('lets a short curve end now, and draws none of fewer than two points', () => {
    const bars = (curve: number[]) => [...show(withFacebook({ curve })).querySelectorAll('rect.bar')];
    expect(bars([20, 40]).map((bar) => bar.getAttribute('x'))).toEqual(['341', '351']);
    expect(bars([20])).toHaveLength(0);
    expect(bars([])).toHaveLength(0);
  });

  it('shows what is usual as small', () => {
    const [bar] = show(withFacebook({ curve: [20, 20] })).querySelectorAll('rect.bar');
    expect(Number(bar?.getAttribute('height'))).toBeLessThan(40);
    expect(words(show(withFacebook({ curve: [0, 0, 0] })).querySelector('svg.curve'))).toBe('');
    expect(
      show(withFacebook({ curve: [0, 0, 0] }))
        .querySelector('svg.curve')
        ?.getAttribute('aria-label'),
    ).toContain('always too few to count');
  });

  it('says symptoms in words with their shares, the most common first, without those of a few', () => {
    const shown = [...(service(show(outageDay()), 'facebook')?.querySelectorAll('.symptoms li') ?? [])].map(
      words,
    );
    expect(shown).toEqual(['81% were signed out', '44% had their sign-in refused', '20% saw an error page']);
  });

  it('says how many reports, and how many are usual', () => {
    expect(words(service(show(outageDay()), 'facebook'))).toMatch(/4,200 reports in 10\smin, usually 12/);
    expect(words(show(withFacebook({ status: 'degraded' })))).toContain('too few reports to count');
  });

  it('quotes official words with source, time and link', () => {
    const said = service(show(outageDay()), 'facebook')?.querySelector('.said');
    expect(words(said?.querySelector('q'))).toMatch(/^We are aware of an issue/);
    expect(words(said?.querySelector('figcaption'))).toBe('Official status page, metastatus · 15:17 UTC');
    expect(said?.querySelector('a')?.getAttribute('href')).toBe('https://metastatus.com/facebook-login');
  });

  it('quotes no all-clear, and says when an official page could not be read', () => {
    const official = { source: 'metastatus', text: null, url: null, at: null };
    expect(
      show(withFacebook({ official: { ...official, status: 'operational' } })).querySelector('.said'),
    ).toBeNull();
    expect(words(show(withFacebook({ official: { ...official, status: 'unreachable' } })))).toContain(
      'could not be read',
    );
    expect(
      words(show(withFacebook({ official: { ...official, status: 'outage' } })).querySelector('.said')),
    ).toContain('Names an outage.');
  });

  it('says how fresh it is and what it cannot know, and links to the signed files', () => {
    const page = show(calmDay());
    expect(words(page.querySelector('.fresh'))).toBe(
      'Issued at 15:23 UTC, holds until 15:33 UTC. Reload the page for a newer one.',
    );
    expect(page.querySelectorAll('.limits li').length).toBeGreaterThan(2);
    expect([...page.querySelectorAll('footer a')].map((link) => link.getAttribute('href'))).toEqual([
      'v1/feed.json',
      'v1/keys.json',
    ]);
  });

  it('knows nothing of any service without a feed, and with one that has expired', () => {
    for (const page of [show(null), show(outageDay(NOW - 600_000))]) {
      expect(words(page.querySelector('h1'))).toBe('There is no current status.');
      const states = [...page.querySelectorAll('[data-testid="service"]')].map((row) =>
        row.getAttribute('data-status'),
      );
      expect(states).toHaveLength(7);
      expect(new Set(states)).toEqual(new Set(['unknown']));
    }
  });

  it('speaks French', () => {
    const page = show(outageDay(), 'fr');
    expect(page.documentElement.lang).toBe('fr');
    expect(words(page.querySelector('h1'))).toBe(
      'Facebook et Instagram sont en panne. Quelques perturbations sur Messenger.',
    );
    expect(words(service(page, 'facebook')?.querySelector('.state'))).toMatch(
      /^En panne depuis 15:00 UTC · soit 24\smin$/,
    );
    expect(words(page)).not.toMatch(/\b(?:since|reports|Down|Works)\b/);
    expect(page.querySelector('nav a')?.getAttribute('href')).toBe('?lang=en');
    expect(words(page)).not.toMatch(/\bde (?:Instagram|X)\b/);
  });

  it('has no script, no inline style and loads nothing', () => {
    const page = show(outageDay());
    expect(
      page.querySelector('script, link, img, iframe, object, [style], [src], [onclick], form, base'),
    ).toBeNull();
  });

  it('allows its own style by its hash', () => {
    const style = show(calmDay()).querySelector('style')?.textContent ?? '';
    expect(STATUS_PAGE_STYLE_HASH).toBe(`sha256-${createHash('sha256').update(style).digest('base64')}`);
    expect(style).not.toMatch(/url\(|@import|<\//);
  });

  it('escapes what strangers wrote', () => {
    const evil = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`;
    const page = show(
      withFacebook({
        status: 'outage',
        official: {
          source: evil,
          status: 'outage',
          text: evil,
          url: 'https://metastatus.com/"><script>x</script>',
          at: null,
        },
      }),
    );
    expect(page.querySelectorAll('script, img')).toHaveLength(0);
    expect(words(page.querySelector('.said q'))).toBe(evil);
  });

  it('links nowhere but to official status pages, and shows no words that readers would refuse', () => {
    const official = {
      source: 's',
      status: 'outage',
      text: 'Call 0800 123 4567',
      url: 'https://evil.example/',
      at: null,
    } as const;
    const page = show(withFacebook({ status: 'outage', official }));
    expect(page.querySelector('.said a')).toBeNull();
    expect(words(page)).not.toContain('0800');
  });

  it('names a site of the operator’s own by its host', () => {
    const page = show(samplePayload(NOW, 7, { 'site:a.example': calmEntry(), x: calmEntry() }));
    expect([...page.querySelectorAll('.rows h3')].map(words)).toEqual(['X', 'a.example']);
  });

  it('makes one well-formed page of whatever fits the feed’s schema', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const entry = fc.record({
      status: fc.constantFrom('operational', 'degraded', 'outage', 'unknown'),
      confidence: share,
      since: fc.option(
        fc
          .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
          .map((date) => date.toISOString()),
      ),
      scope: fc.constantFrom('global', 'regional', 'unknown'),
      symptoms: fc.dictionary(fc.constantFrom('forced-logout', 'errors', 'sign-in-works'), share),
      reports: fc.option(
        fc.record({
          windowSeconds: fc.integer({ min: 1 }),
          count: fc.nat(),
          expected: fc.double({ min: 0, max: 1e9, noNaN: true }),
          reporters: fc.nat(),
        }),
      ),
      official: fc.option(
        fc.record({
          source: fc.string({ minLength: 1, maxLength: 64 }),
          status: fc.constantFrom('operational', 'degraded', 'outage', 'resolved', 'unreachable'),
          text: fc.option(fc.string({ maxLength: 280 })),
          url: fc.option(fc.webUrl()),
          at: fc.constant(null),
        }),
      ),
      probes: fc.option(fc.record({ ok: fc.nat(), failed: fc.nat() })),
      curve: fc.array(fc.nat(), { maxLength: 36 }),
    });
    fc.assert(
      fc.property(entry, fc.constantFrom('en', 'fr'), (one, language) => {
        const html = renderStatusPage({
          payload: samplePayload(NOW, 1, { facebook: one as FeedEntry }),
          now: NOW,
          language: language as 'en',
        });
        return (
          !/NaN|undefined|null|Infinity|\[object/.test(
            html.replace(/<q>[^<]*<\/q>|Official[^<]*|Page d’[^<]*/g, ''),
          ) && html.split('<main').length === 2
        );
      }),
      { numRuns: 300, seed: 8 },
    );
  });
});
