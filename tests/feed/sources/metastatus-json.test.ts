import { describe, expect, it } from 'vitest';
import { metastatusJson } from '../../../feed/sources/metastatus-json.ts';
import { webOf } from './fake-fetch.ts';

const BASE = 'https://metastatus.com/';
const ORGS = `${BASE}data/orgs.json`;
const LOGIN = `${BASE}data/outages/facebook-login.json`;
const NOW = Date.UTC(2024, 2, 5, 15, 30);
const at = (time: string): string => `2024-03-05T${time}:00.000Z`;
const seconds = (time: string): number => Date.parse(at(time)) / 1000;

const source = metastatusJson({
  kind: 'metastatus-json',
  name: 'metastatus',
  base: BASE,
  everySeconds: 180,
  orgs: [{ org: 'facebook-login', service: 'facebook' }],
});

/** Names as programs read them, values of our own. */
const orgs = (...states: string[]): string =>
  JSON.stringify([
    {
      id: 'ads-manager',
      name: 'Ads Manager',
      services: [{ id: 1, name: 'Platform Status', status: 'High disruptions' }],
    },
    {
      id: 'facebook-login',
      name: 'Facebook Login',
      rss_file_paths: ['outage-events-feed-facebook-login.rss'],
      services: states.map((status, index) => ({
        id: 10 + index,
        name: 'Platform Status',
        status,
        time: seconds('15:17'),
      })),
    },
  ]);

const post = (status: string, description: string, time: unknown): unknown => ({ status, description, time });
const outage = (status: string, ...posts: unknown[]): string =>
  JSON.stringify([{ id: 7, service_id: 10, status, time: seconds('15:17'), posts }]);

const read = async (files: Parameters<typeof webOf>[0], from = source) => from.read(webOf(files), NOW);
const wordOf = async (files: Parameters<typeof webOf>[0]) => {
  const result = await read(files);
  return result.ok ? (result.readings[0]?.word ?? null) : result.fault;
};

describe('metastatus through its JSON files', () => {
  it('says an outage with the newest words, their time and the page for people', async () => {
    const files = {
      [ORGS]: orgs('High disruptions'),
      [LOGIN]: outage(
        'High disruptions',
        post('High disruptions', 'We are aware of an issue.', seconds('15:17')),
        post('High disruptions', 'Our teams are at work.', seconds('15:25')),
      ),
    };
    expect(await read(files)).toEqual({
      ok: true,
      readings: [
        {
          service: 'facebook',
          word: {
            source: 'metastatus',
            status: 'outage',
            text: 'Our teams are at work.',
            url: 'https://metastatus.com/facebook-login',
            at: at('15:25'),
          },
        },
      ],
    });
  });

  it.each([
    [
      'oldest first',
      [
        ['first', '15:17'],
        ['last', '15:29'],
      ],
    ],
    [
      'newest first',
      [
        ['last', '15:29'],
        ['first', '15:17'],
      ],
    ],
  ] as const)('takes the newest of posts that stand %s', async (_order, posts) => {
    const files = {
      [ORGS]: orgs('High disruptions'),
      [LOGIN]: outage(
        'High disruptions',
        ...posts.map(([words, time]) => post('High disruptions', words, at(time))),
      ),
    };
    expect(await wordOf(files)).toMatchObject({ text: 'last', at: at('15:29') });
  });

  it.each([
    ['No known issues', 'operational'],
    ['Resolved', 'resolved'],
    ['Medium disruptions', 'degraded'],
    ['recovering', 'degraded'],
    ['High disruptions', 'outage'],
    ['major disruptions', 'outage'],
    ['  HIGH   Disruptions ', 'outage'],
  ])('reads "%s" as %s', async (word, status) => {
    expect(await wordOf({ [ORGS]: orgs(word), [LOGIN]: '[]' })).toMatchObject({ status });
  });

  it.each([
    'Some disruption',
    'Low disruptions',
    'OK',
    'operational',
    '',
    'Aucun problème connu',
    '__proto__',
    'constructor',
  ])('says nothing at the word "%s"', async (word) => {
    expect(await wordOf({ [ORGS]: orgs(word), [LOGIN]: '[]' })).toBeNull();
  });

  it('takes no all-clear from one part while it does not know the word of another', async () => {
    expect(await wordOf({ [ORGS]: orgs('No known issues', 'Some disruption'), [LOGIN]: '[]' })).toBeNull();
    expect(await wordOf({ [ORGS]: orgs('No known issues'), [LOGIN]: outage('Some disruption') })).toBeNull();
  });

  it('takes an issue of one part whatever stands beside it', async () => {
    const files = { [ORGS]: orgs('No known issues', 'Some disruption', 'High disruptions'), [LOGIN]: '[]' };
    expect(await wordOf(files)).toMatchObject({ status: 'outage' });
  });

  it('takes an outage that the overview does not show yet', async () => {
    const files = { [ORGS]: orgs('No known issues'), [LOGIN]: outage('High disruptions') };
    expect(await wordOf(files)).toMatchObject({ status: 'outage', at: at('15:17') });
  });

  it('falls back on the outage’s own word where a post has none that is known', async () => {
    const files = { [ORGS]: orgs(), [LOGIN]: outage('High disruptions', post('Update', 'More soon.', null)) };
    expect(await wordOf(files)).toMatchObject({ status: 'outage', text: 'More soon.' });
  });

  it('tells of an end for six hours', async () => {
    const over = (time: string) => ({
      [ORGS]: orgs('No known issues'),
      [LOGIN]: outage('High disruptions', post('Resolved', 'It is over.', at(time))),
    });
    expect(await wordOf(over('09:31'))).toMatchObject({ status: 'resolved', text: 'It is over.' });
    expect(await wordOf(over('09:29'))).toMatchObject({ status: 'operational', text: null });
  });

  it('says nothing of a service because of another organisation', async () => {
    const files = { [ORGS]: orgs('No known issues'), [LOGIN]: '[]' };
    expect(await wordOf(files)).toMatchObject({ status: 'operational' }); // While ads-manager has high disruptions.
  });

  it('says nothing of an organisation that is not in the overview', async () => {
    expect(await wordOf({ [ORGS]: '[]', [LOGIN]: '[]' })).toBeNull();
  });

  it('says the gravest of two organisations about one service', async () => {
    const both = metastatusJson({
      kind: 'metastatus-json',
      name: 'metastatus',
      base: BASE,
      everySeconds: 180,
      orgs: [
        { org: 'facebook-login', service: 'facebook' },
        { org: 'ads-manager', service: 'facebook' },
      ],
    });
    const result = await read({ [ORGS]: orgs('No known issues'), [LOGIN]: '[]' }, both);
    expect(result).toMatchObject({ ok: true, readings: [{ word: { status: 'outage' } }] });
    expect(result.ok && result.readings).toHaveLength(1);
  });

  it('is not taken in by the page of HTML that answers for files that are not there', async () => {
    expect(await wordOf({})).toBe('wrong-type');
    expect(await wordOf({ [ORGS]: orgs('High disruptions') })).toMatchObject({ status: 'outage' });
  });

  it('still tells of an outage when the overview cannot be read', async () => {
    expect(await wordOf({ [ORGS]: { fault: 'timeout' }, [LOGIN]: outage('High disruptions') })).toMatchObject(
      {
        status: 'outage',
      },
    );
  });

  it.each([
    [{ fault: 'timeout' } as const, 'timeout'],
    [{ fault: 'unreachable' } as const, 'unreachable'],
    [{ fault: 'too-large' } as const, 'too-large'],
    [{ status: 500 }, 'unreachable'],
    [{ status: 404 }, 'unreachable'],
    ['<!doctype html><div id="root"></div>', 'malformed'],
    ['[{"id":', 'malformed'],
    ['{"orgs":[]}', 'malformed'],
    ['null', 'malformed'],
    ['['.repeat(500_000), 'malformed'],
  ])('gives the reason when it cannot be read', async (file, fault) => {
    expect(await wordOf({ [ORGS]: file, [LOGIN]: '[]' })).toBe(fault);
  });

  it.each([
    ['numbers for names', '[{"id":1,"services":[]},{"id":"facebook-login","services":[{"status":5}]}]'],
    ['no parts', '[{"id":"facebook-login"}]'],
    ['parts that are no list', '[{"id":"facebook-login","services":"No known issues"}]'],
    ['prototype keys', '[{"__proto__":{"id":"facebook-login","services":[{"status":"No known issues"}]}}]'],
  ])('makes nothing of %s', async (_what, file) => {
    expect(await wordOf({ [ORGS]: file, [LOGIN]: '{"a":[]}' })).toBeNull();
  });
});
