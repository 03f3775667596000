import { describe, expect, it } from 'vitest';
import { createOfficialPort } from '../../../lib/browser/official-port.ts';
import { officialWord } from '../../../lib/model/feed.ts';
import { OFFICIAL_PAGES } from '../../../lib/model/status-pages.ts';
import { z } from '../../../lib/model/zod.ts';

const NOW = Date.UTC(2024, 2, 5, 15, 30);
const AT = '2024-03-05T15:17:00.000Z';
const DATA = 'https://metastatus.com/data/';
const ORGS = `${DATA}orgs.json`;
const LOGIN = `${DATA}outages/facebook-login.json`;
const MESSENGER = `${DATA}outages/messenger.json`;

const shell = (): Response =>
  new Response('<!doctype html><div id="root"></div>', { headers: { 'content-type': 'text/html' } });
const json = (value: unknown, type = 'application/json; charset=utf-8'): Response =>
  new Response(JSON.stringify(value), { headers: { 'content-type': type } });

const orgs = (words: Readonly<Record<string, string>>): unknown =>
  Object.entries(words).map(([id, status], index) => ({
    id,
    name: id,
    services: [{ id: index, name: 'Platform Status', status, time: AT }],
  }));
const outage = (status: string, description: string): unknown => [
  { id: 1, service_id: 0, status, time: AT, posts: [{ status, description, time: AT }] },
];

/** A web of these answers by address; what is not there is the page of HTML that the real one answers with. */
const web = (files: Readonly<Record<string, () => Response | Promise<Response>>>) => {
  const asked: { address: string; init: RequestInit }[] = [];
  const port = createOfficialPort(async (address, init) => {
    asked.push({ address, init });
    return (files[address] ?? shell)();
  });
  return {
    asked,
    read: (...services: string[]) => port.read(services as Parameters<typeof port.read>[0], NOW),
  };
};

const down = {
  [ORGS]: () => json(orgs({ 'facebook-login': 'High disruptions', messenger: 'No known issues' })),
  [LOGIN]: () => json(outage('High disruptions', 'We are aware of an issue.')),
  [MESSENGER]: () => json([]),
};

describe('Meta’s status page, read from the browser', () => {
  it('gives the words of the services that were asked for, as the feed would carry them', async () => {
    const words = await web(down).read('facebook', 'messenger');
    expect(words && [...words]).toEqual([
      [
        'facebook',
        {
          source: 'metastatus',
          status: 'outage',
          text: 'We are aware of an issue.',
          url: 'https://metastatus.com/facebook-login',
          at: AT,
        },
      ],
      [
        'messenger',
        {
          source: 'metastatus',
          status: 'operational',
          text: null,
          url: 'https://metastatus.com/messenger',
          at: AT,
        },
      ],
    ]);
    for (const word of words?.values() ?? []) expect(z.parse(officialWord, word)).toEqual(word);
  });

  it('asks for no more files than it needs, all under the one host that the person allowed', async () => {
    const { asked, read } = web(down);
    await read('facebook');
    expect(asked.map(({ address }) => address)).toEqual([ORGS, LOGIN]);
    expect(OFFICIAL_PAGES).toEqual(['https://metastatus.com/*']);
  });

  it('asks with nothing that would name the reader, follows nobody elsewhere and keeps nothing', async () => {
    const { asked, read } = web(down);
    await read('facebook');
    for (const { init } of asked) {
      expect(init).toMatchObject({
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'error',
        cache: 'no-store',
      });
      expect(init.signal).toBeInstanceOf(AbortSignal);
    }
  });

  it('does not take the page of HTML that answers for a file that is not there', async () => {
    expect(await web({}).read('facebook')).toBeNull();
    const words = await web({ [ORGS]: () => json(orgs({ 'facebook-login': 'High disruptions' })) }).read(
      'facebook',
    );
    expect(words?.get('facebook')).toMatchObject({ status: 'outage', text: null });
  });

  it.each([
    ['an unreachable page', () => Promise.reject(new TypeError('failed'))],
    ['a failing server', () => new Response('[]', { status: 503 })],
    ['a page of another type', () => json(orgs({ 'facebook-login': 'No known issues' }), 'text/html')],
    ['no type at all', () => new Response(new Uint8Array([0x5b, 0x5d]))],
    ['half a file', () => new Response('[{"id":', { headers: { 'content-type': 'application/json' } })],
    ['another shape', () => json({ orgs: [] })],
    [
      'a file that never ends',
      () => new Response(endless(), { headers: { 'content-type': 'application/json' } }),
    ],
    [
      'a file that says to be huge',
      () =>
        new Response('[]', { headers: { 'content-type': 'application/json', 'content-length': '9999999' } }),
    ],
  ])('%s is no all-clear', async (_what, answer) => {
    expect(await web({ [ORGS]: answer, [LOGIN]: answer }).read('facebook')).toBeNull();
  });

  it('says nothing at a word that is not known', async () => {
    const words = await web({
      [ORGS]: () => json(orgs({ 'facebook-login': 'Some disruption' })),
      [LOGIN]: () => json([]),
    }).read('facebook');
    expect(words && [...words]).toEqual([]);
  });

  it.each([
    ['an address', 'Look at https://help.example for more.'],
    ['an e-mail', 'Write to help@example'],
    ['a phone number', 'Call 1-800-555-0199'],
    ['markup', 'We are <b>aware</b>.'],
    ['what stands for markup', 'We are &lt;b&gt;aware&lt;/b&gt;.'],
    ['a bidirectional override', 'a\u202eb'],
  ])('does not quote words with %s, and believes the status', async (_what, text) => {
    const words = await web({ ...down, [LOGIN]: () => json(outage('High disruptions', text)) }).read(
      'facebook',
    );
    expect(words?.get('facebook')).toMatchObject({ status: 'outage', text: null });
  });

  it('quotes at most 280 characters, white space folded', async () => {
    const text = `We are\n\n aware. ${'word '.repeat(200)}`;
    const words = await web({ ...down, [LOGIN]: () => json(outage('High disruptions', text)) }).read(
      'facebook',
    );
    const quoted = words?.get('facebook')?.text ?? '';
    expect(quoted).toMatch(/^We are aware\. word .*…$/);
    expect(quoted.length).toBeLessThanOrEqual(280);
  });
});

/** Spaces without an end. */
const endless = (): ReadableStream<Uint8Array> =>
  new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array(64 * 1024).fill(0x20));
    },
  });
