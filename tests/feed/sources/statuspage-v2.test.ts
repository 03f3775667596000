import { describe, expect, it } from 'vitest';
import { statuspageV2 } from '../../../feed/sources/statuspage-v2.ts';
import { webOf } from './fake-fetch.ts';

const BASE = 'https://status.example/';
const FILE = `${BASE}api/v2/summary.json`;
const NOW = Date.UTC(2026, 5, 12, 14, 20);

const source = statuspageV2({
  kind: 'statuspage-v2',
  name: 'Example status',
  base: BASE,
  everySeconds: 120,
  components: { 'Sign in': 'x', web1: 'x', Ads: 'site:ads.example' },
});
const whole = statuspageV2({
  kind: 'statuspage-v2',
  name: 'Example status',
  base: BASE,
  everySeconds: 120,
  whole: 'x',
});

const component = (id: string, name: string, status: string): object => ({
  id,
  name,
  status,
  updated_at: '2026-06-12T14:00:00.000Z',
  group: false,
  page_id: 'p1',
});

const incident = (impact: string, about: readonly object[], over: object = {}): object => ({
  id: 'i1',
  name: 'Trouble',
  status: 'investigating',
  impact,
  updated_at: '2026-06-12T14:10:00.000Z',
  components: about,
  incident_updates: [
    { body: 'We look into it.', status: 'investigating', created_at: '2026-06-12T14:01:00Z' },
    { body: 'The cause is known.', status: 'identified', created_at: '2026-06-12T14:10:00Z' },
  ],
  ...over,
});

const summary = (
  components: readonly object[],
  incidents: readonly object[] = [],
  indicator = 'none',
): string =>
  JSON.stringify({
    page: { id: 'p1', name: 'Example', url: 'https://status.example', updated_at: '2019-01-01T00:00:00Z' },
    status: { indicator, description: 'Words' },
    components,
    incidents,
    scheduled_maintenances: [],
  });

const signIn = (status: string): object => component('c1', 'Sign in', status);

const wordOf = async (file: string, from = source) => {
  const result = await from.read(webOf({ [FILE]: file }), NOW);
  return result.ok ? (result.readings.find(({ service }) => service === 'x')?.word ?? null) : result.fault;
};

describe('a Statuspage', () => {
  it.each([
    ['operational', 'operational'],
    ['degraded_performance', 'degraded'],
    ['partial_outage', 'degraded'],
    ['major_outage', 'outage'],
  ])('reads a component that is %s as %s', async (word, status) => {
    expect(await wordOf(summary([signIn(word)]))).toMatchObject({
      status,
      source: 'Example status',
      url: BASE,
    });
  });

  it.each(['under_maintenance', 'fine', '', 'constructor'])('says nothing at the word "%s"', async (word) => {
    expect(await wordOf(summary([signIn(word)]))).toBeNull();
  });

  it('finds components by name or id, and says the gravest of them', async () => {
    const parts = [signIn('operational'), component('web1', 'Web', 'major_outage')];
    expect(await wordOf(summary(parts))).toMatchObject({ status: 'outage' });
  });

  it('quotes the newest update of an open incident that names the component', async () => {
    expect(
      await wordOf(summary([signIn('major_outage')], [incident('critical', [signIn('major_outage')])])),
    ).toMatchObject({
      status: 'outage',
      text: 'The cause is known.',
      at: '2026-06-12T14:10:00.000Z',
    });
  });

  it('says nothing of a service because of an incident elsewhere', async () => {
    const elsewhere = component('c9', 'Advertisements', 'major_outage');
    const page = summary([signIn('operational'), elsewhere], [incident('critical', [elsewhere])], 'critical');
    expect(await wordOf(page)).toMatchObject({ status: 'operational' });
  });

  it('takes an incident that is over, or without impact, for none', async () => {
    const about = [signIn('operational')];
    for (const over of [incident('critical', about, { status: 'resolved' }), incident('none', about)])
      expect(await wordOf(summary(about, [over]))).toMatchObject({ status: 'operational', text: null });
  });

  it('says nothing of a component that is not there', async () => {
    expect(await wordOf(summary([]))).toBeNull();
    expect(await wordOf(summary([], [incident('critical', [signIn('major_outage')])]))).toBeNull();
  });

  it.each([
    ['none', 'operational'],
    ['minor', 'degraded'],
    ['major', 'outage'],
    ['critical', 'outage'],
  ])('reads a whole page at "%s" as %s where it is about one service', async (indicator, status) => {
    expect(await wordOf(summary([], [], indicator), whole)).toMatchObject({ status });
  });

  it('says nothing of a whole page at another word', async () => {
    expect(await wordOf(summary([], [], 'maintenance'), whole)).toBeNull();
  });

  it.each(['[]', 'null', '{"status":{}}', '<html></html>', '{"status":{"indicator":1},"components":[]}'])(
    'finds %s malformed',
    async (file) => {
      expect(await wordOf(file)).toBe('malformed');
    },
  );

  it('passes over parts that do not fit', async () => {
    expect(await wordOf(summary([{ id: 1 }, signIn('major_outage')], [{ impact: 5 }]))).toMatchObject({
      status: 'outage',
    });
  });
});
