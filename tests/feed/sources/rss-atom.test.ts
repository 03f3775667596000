import { describe, expect, it } from 'vitest';
import { rssAtom, type rssAtomSettings } from '../../../feed/sources/rss-atom.ts';
import type { Infer } from '../../../lib/model/zod.ts';
import { webOf } from './fake-fetch.ts';

const URL_OF_FEED = 'https://status.example/history.rss';
const NOW = Date.UTC(2026, 5, 12, 14, 20);

type Settings = Infer<typeof rssAtomSettings>;

const BASIC: Settings = {
  kind: 'rss-atom',
  name: 'Example',
  url: URL_OF_FEED,
  everySeconds: 300,
  services: ['x'],
  page: 'https://status.example/',
};

const rss = (...items: readonly (readonly [title: string, text: string, time: string])[]): string =>
  `<rss version="2.0"><channel><title>Example</title>${items
    .map(
      ([title, text, time]) =>
        `<item><title>${title}</title><description>${text}</description><pubDate>Fri, 12 Jun 2026 ${time} GMT</pubDate></item>`,
    )
    .join('')}</channel></rss>`;

const read = async (file: string, settings: Partial<Settings> = {}) =>
  rssAtom({ ...BASIC, ...settings }).read(webOf({ [URL_OF_FEED]: file }), NOW);

const wordOf = async (file: string, settings: Partial<Settings> = {}) => {
  const result = await read(file, settings);
  return result.ok ? (result.readings[0]?.word ?? null) : result.fault;
};

describe('a feed of official words', () => {
  it('is judged by the state words of its newest message', async () => {
    const messages = rss(
      ['Sign-in', 'Investigating - some people are signed out.', '13:40:00'],
      ['Sign-in', 'Resolved - it works again.', '14:10:00'],
    );
    expect(await wordOf(messages)).toEqual({
      source: 'Example',
      status: 'resolved',
      text: 'Resolved - it works again.',
      url: 'https://status.example/',
      at: '2026-06-12T14:10:00.000Z',
    });
  });

  it('finds the state where the markup of hosted status pages puts it', async () => {
    const text =
      '&lt;p&gt;&lt;small&gt;Jun &lt;var data-var="date"&gt;12&lt;/var&gt;, 14:10 UTC&lt;/small&gt;&lt;br&gt;&lt;strong&gt;Identified&lt;/strong&gt; - The cause is known.&lt;/p&gt;';
    expect(await wordOf(rss(['Trouble with sign-in', text, '14:10:00']))).toMatchObject({
      status: 'degraded',
      text: expect.stringContaining('Identified - The cause is known.') as string,
    });
  });

  it('judges incidents each by itself where they are edited as they go on', async () => {
    const incidents = rss(
      ['[Major outage] Sign-in', 'No end yet.', '10:00:00'],
      ['[Resolved] Photos', 'They load again.', '14:10:00'],
    );
    expect(await wordOf(incidents, { each: 'incident' })).toMatchObject({ status: 'outage' });
    expect(await wordOf(incidents, { each: 'update' })).toMatchObject({ status: 'resolved' });
  });

  it('takes the word of an end before the name of what ended', async () => {
    expect(await wordOf(rss(['Resolved: major outage of sign-in', '', '14:10:00']))).toMatchObject({
      status: 'resolved',
    });
  });

  it('says nothing without a state word, with words of others, and with an empty feed', async () => {
    expect(await wordOf(rss(['News', 'We have a new office.', '14:10:00']))).toBeNull();
    expect(await wordOf(rss(['Panne', 'Nous enquêtons.', '14:10:00']))).toBeNull();
    expect(await wordOf(rss(['Outages', 'Reoutage and unresolvedness.', '14:10:00']))).toBeNull();
    expect(await read(rss())).toEqual({ ok: true, readings: [] });
  });

  it('reads the words that the sources file names instead', async () => {
    const settings = { words: { 'panne majeure': 'outage', rétabli: 'resolved' } } as const;
    expect(await wordOf(rss(['PANNE  MAJEURE : connexion', '', '14:10:00']), settings)).toMatchObject({
      status: 'outage',
    });
    expect(await wordOf(rss(['Outage', '', '14:10:00']), settings)).toBeNull();
  });

  it('looks only at items about the service where the sources file says how to tell', async () => {
    const settings = { about: ['Login', 'Sign in'] };
    expect(await wordOf(rss(['Outage of payments', '', '14:10:00']), settings)).toBeNull();
    expect(await wordOf(rss(['Outage of login', '', '14:10:00']), settings)).toMatchObject({
      status: 'outage',
    });
  });

  it('forgets items older than it may, and those without a time', async () => {
    const old = rss(['Outage', '', '01:00:00']);
    expect(await wordOf(old)).toMatchObject({ status: 'outage' });
    expect(await wordOf(old, { hours: 12 })).toBeNull();
    expect(await wordOf(rss(['Outage', '', 'soon']))).toBeNull();
    expect(await wordOf(rss(['Outage', '', '14:40:00']))).toBeNull(); // In twenty minutes.
  });

  it('speaks of each of its services', async () => {
    const result = await read(rss(['Outage', '', '14:10:00']), { services: ['x', 'site:a.example'] });
    expect(result.ok && result.readings.map(({ service }) => service)).toEqual(['x', 'site:a.example']);
  });

  it('reads Atom the same way', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Example</title><entry><title>Outage</title>
      <updated>2026-06-12T15:10:00+01:00</updated><content type="html">&lt;p&gt;We &amp;amp; you&lt;/p&gt;</content></entry></feed>`;
    expect(await wordOf(atom)).toMatchObject({
      status: 'outage',
      text: 'We & you',
      at: '2026-06-12T14:10:00.000Z',
    });
  });

  it('is malformed when it is no feed', async () => {
    expect(await wordOf('<html></html>')).toBe('malformed');
  });
});
