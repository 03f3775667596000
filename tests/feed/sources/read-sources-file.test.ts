import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSources } from '../../../feed/sources/read-sources-file.ts';

const SAMPLE = readFileSync(new URL('../../../feed/sources/sample-sources.json', import.meta.url), 'utf8');

interface Draft {
  [key: string]: unknown;
  format: string;
  sources: { [key: string]: unknown; orgs: { [key: string]: unknown }[] }[];
  probes: { [key: string]: unknown }[];
}
const nth =
  (index: number) =>
  <Item>(items: readonly Item[]): Item => {
    const item = items[index];
    if (item === undefined) throw new Error('the sample has fewer');
    return item;
  };
const [first, second] = [nth(0), nth(1)];

const changed = (change: (draft: Draft) => void): unknown => {
  const draft = JSON.parse(SAMPLE) as Draft;
  change(draft);
  return draft;
};

describe('the sources file', () => {
  it('that comes with the server is read', () => {
    const read = readSources(JSON.parse(SAMPLE));
    if (!read.ok) throw new Error(read.expected);
    expect(read.sources.map(({ name, services }) => [name, services])).toEqual([
      ['metastatus', ['facebook', 'messenger', 'whatsapp-business']],
      ['metastatus RSS', ['facebook', 'messenger', 'whatsapp-business']],
    ]);
    expect(read.probes.map(({ service }) => service)).toEqual([
      'facebook',
      'instagram',
      'messenger',
      'threads',
      'whatsapp',
      'x',
    ]);
  });

  it('may name no source and no probe', () => {
    const empty = { format: 'outage-or-hacked/sources@1', sources: [], probes: [], ownNetwork: [] };
    expect(readSources(empty)).toEqual({ ok: true, sources: [], probes: [] });
  });

  it('may name every kind', () => {
    const all = changed((draft) => {
      draft.sources.push(
        {
          kind: 'statuspage-v2',
          name: 'A',
          base: 'https://a.example',
          everySeconds: 60,
          components: { Web: 'x' },
        } as never,
        {
          kind: 'rss-atom',
          name: 'B',
          url: 'http://127.0.0.1:80/b.rss',
          everySeconds: 60,
          services: ['site:b.example'],
        } as never,
      );
      draft.probes.push({
        kind: 'front-door',
        service: 'facebook',
        everySeconds: 30,
        url: 'http://localhost:81/',
      });
    });
    expect(readSources(all)).toMatchObject({ ok: true });
  });

  it.each<[string, (draft: Draft) => void, string, RegExp]>([
    ['another format', (draft) => (draft.format = 'x@2'), 'format', /sources@1/],
    [
      'an unknown kind',
      (draft) => (first(draft.sources)['kind'] = 'downdetector'),
      'sources[0].kind',
      /metastatus-json/,
    ],
    [
      'a slip in a service',
      (draft) => (second(first(draft.sources).orgs)['service'] = 'facebok'),
      'sources[0].orgs[1].service',
      /service id/,
    ],
    [
      'a slip in an organisation',
      (draft) => (first(first(draft.sources).orgs)['org'] = '../x'),
      'sources[0].orgs[0].org',
      /facebook-login/,
    ],
    ['a field too many', (draft) => (first(draft.sources)['token'] = 'x'), 'sources[0]', /no field "token"/],
    [
      'an address without TLS',
      (draft) => (first(draft.sources)['base'] = 'http://a.example/'),
      'sources[0].base',
      /https/,
    ],
    [
      'an address with a password',
      (draft) => (first(draft.sources)['base'] = 'https://a:b@c.example/'),
      'sources[0].base',
      /https/,
    ],
    [
      'a pace that burdens others',
      (draft) => (first(draft.sources)['everySeconds'] = 1),
      'sources[0].everySeconds',
      /at least 30/,
    ],
    [
      'a form that is not known',
      (draft) => (first(draft.probes)['service'] = 'x'),
      'probes[0].service',
      /"facebook"/,
    ],
    [
      'no way to tell whose failure it is',
      (draft) => (draft['ownNetwork'] = []),
      'ownNetwork',
      /at least 1 address/,
    ],
    ['a name with markup', (draft) => (first(draft.sources)['name'] = '<b>'), 'sources[0].name', /letters/],
  ])('with %s is refused with its place and what is expected', (_what, change, path, expected) => {
    const read = readSources(changed(change));
    expect(read).toMatchObject({ ok: false, path });
    expect(read.ok ? '' : read.expected).toMatch(expected);
  });

  it('is refused without a throw, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => !readSources(value).ok),
      { numRuns: 2_000, seed: 4 },
    );
  });
});
