import { describe, expect, it } from 'vitest';
import type { CrowdReading } from '../../../feed/crowd/crowd-reading.ts';
import { decideEntry } from '../../../feed/status/decide-entry.ts';
import type { EvidenceOfStatus } from '../../../feed/status/evidence-of-status.ts';
import { feedEntry, OFFICIAL_STATUSES, type FeedStatus, type OfficialWord } from '../../../lib/model/feed.ts';
import { crowdOf } from './crowd-of.ts';

const AT = Date.UTC(2024, 2, 5, 15, 3, 0);

const word = (status: OfficialWord['status'], at: string | null = null): OfficialWord => ({
  source: 'metastatus',
  status,
  text: null,
  url: null,
  at,
});

const CROWDS = {
  dead: null,
  silent: crowdOf({ rate: null, networks: 0, curve: [0, 0] }),
  calm: crowdOf({}),
  raised: crowdOf({ level: 'raised', networks: 40, spread: true }),
  'high from few blocks': crowdOf({ level: 'high', networks: 40, spread: false }),
  high: crowdOf({ level: 'high', networks: 400, spread: true }),
} as const;
const PROBES = {
  absent: null,
  'none looked': { ok: 0, failed: 0 },
  fine: { ok: 5, failed: 0 },
  'two fail': { ok: 3, failed: 2 },
  'none saw it yet': { ok: 0, failed: 2 },
  failing: { ok: 2, failed: 3 },
  'all fail': { ok: 0, failed: 5 },
} as const;

const decide = (evidence: Partial<EvidenceOfStatus>) =>
  decideEntry({ official: null, probes: null, crowd: null, ...evidence }, null, AT);

const ISSUES = ['degraded', 'outage'] as const;
const NO_ISSUES = [
  null,
  ...OFFICIAL_STATUSES.filter((status) => status !== 'degraded' && status !== 'outage'),
];

describe('the table of statuses', () => {
  it('an official issue is an outage, whatever probes and crowd say', () => {
    for (const status of ISSUES)
      for (const probes of Object.values(PROBES))
        for (const crowd of Object.values(CROWDS))
          expect(decide({ official: word(status), probes, crowd }).status).toBe('outage');
  });

  const cells: readonly [keyof typeof PROBES, keyof typeof CROWDS, FeedStatus][] = [
    ['failing', 'high', 'outage'],
    ['failing', 'high from few blocks', 'outage'],
    ['failing', 'raised', 'outage'],
    ['failing', 'calm', 'degraded'],
    ['failing', 'silent', 'degraded'],
    ['failing', 'dead', 'degraded'],
    ['fine', 'high', 'degraded'],
    ['fine', 'high from few blocks', 'operational'],
    ['fine', 'raised', 'operational'],
    ['fine', 'calm', 'operational'],
    ['fine', 'silent', 'operational'],
    ['fine', 'dead', 'unknown'],
    ['absent', 'high', 'degraded'],
    ['absent', 'high from few blocks', 'operational'],
    ['absent', 'raised', 'operational'],
    ['absent', 'calm', 'operational'],
    ['absent', 'silent', 'unknown'],
    ['absent', 'dead', 'unknown'],
  ];
  it.each(cells)('no official issue, probes %s, crowd %s: %s', (probes, crowd, status) => {
    const same = {
      failing: ['failing', 'all fail'],
      fine: ['fine', 'two fail'],
      absent: ['absent', 'none looked', 'none saw it yet'],
    };
    for (const official of NO_ISSUES)
      for (const alike of same[probes as keyof typeof same] as (keyof typeof PROBES)[]) {
        const evidence = { probes: PROBES[alike], crowd: CROWDS[crowd] };
        expect(decide({ official: official && word(official), ...evidence }).status).toBe(status);
      }
  });

  it('counts somebody present, or seen in the last six hours, as a crowd that is there', () => {
    expect(decide({ crowd: crowdOf({ rate: 0, networks: 0, curve: [0, 0] }) }).status).toBe('operational');
    expect(decide({ crowd: crowdOf({ rate: null, networks: 0, curve: [0, 3, 0] }) }).status).toBe(
      'operational',
    );
    expect(decide({ crowd: crowdOf({ rate: null, networks: 2, curve: [] }) }).status).toBe('operational');
  });
});

describe('what may be published of a crowd', () => {
  const high = (more: Partial<CrowdReading>) =>
    decide({ crowd: crowdOf({ level: 'high', spread: true, ...more }) });

  it('no count and no symptom of fewer than twenty networks', () => {
    const entry = high({ networks: 19.9, count: 45, symptoms: { errors: 1 } });
    expect(entry).toMatchObject({ status: 'degraded', reports: null, symptoms: {} });
    expect(high({ networks: 20, count: 45, symptoms: { errors: 1 } })).toMatchObject({
      reports: { count: 40, reporters: 20 },
      symptoms: { errors: 1 },
    });
  });

  it('counts are rounded down, the expected is in the measure of the count', () => {
    const entry = high({ networks: 1234.5, expected: 6.17, count: 2469 });
    expect(entry.reports).toEqual({ windowSeconds: 600, count: 2400, expected: 12.3, reporters: 1200 });
  });

  it('shares have two digits', () => {
    const { symptoms } = high({
      networks: 99,
      symptoms: { 'forced-logout': 0.8149, errors: 0.005, unreachable: 0 },
    });
    expect(symptoms).toEqual({ 'forced-logout': 0.81, errors: 0.01, unreachable: 0 });
  });

  it('symptoms are told while the crowd is raised, not of a calm day', () => {
    const symptoms = { errors: 0.5 };
    expect(decide({ crowd: crowdOf({ level: 'raised', networks: 90, symptoms }) })).toMatchObject({
      status: 'operational',
      symptoms,
    });
    expect(decide({ crowd: crowdOf({ networks: 90, symptoms }) }).symptoms).toEqual({});
    expect(decide({ crowd: crowdOf({ networks: 90, symptoms }) }).reports).not.toBeNull();
  });

  it('the curve does not fall because its last window has only just begun', () => {
    expect(high({ networks: 420, curve: [30, 900, 0] }).curve).toEqual([30, 900, 420]);
    expect(high({ networks: 420, curve: [30, 900, 700] }).curve).toEqual([30, 900, 700]);
  });

  it('the curve shows windows of twenty networks and more, rounded down, and is absent without a crowd', () => {
    expect(high({ curve: [0, 19, 20, 57, 1999] }).curve).toEqual([0, 0, 20, 50, 1900]);
    expect(high({ curve: [] })).not.toHaveProperty('curve');
    expect(decide({})).not.toHaveProperty('curve');
    expect(high({ curve: Array<number>(40).fill(30) }).curve).toHaveLength(36);
  });
});

describe('since when', () => {
  const trouble = (since: number | null) => crowdOf({ level: 'high', spread: true, since });
  const iso = (at: number): string => new Date(at).toISOString();

  it('is when the earliest witness says that it began', () => {
    expect(decide({ crowd: trouble(AT - 60_000) }).since).toBe(iso(AT - 60_000));
    const official = word('outage', '2024-03-05T14:58:00Z');
    expect(decide({ official, crowd: trouble(AT - 60_000) }).since).toBe('2024-03-05T14:58:00.000Z');
    expect(decide({ probes: PROBES.failing }).since).toBe(iso(AT));
  });

  it('is never in the future, whatever a source says, nor taken from a word of health', () => {
    expect(decide({ official: word('outage', '2030-01-01T00:00:00Z') }).since).toBe(iso(AT));
    const official = word('operational', '2024-01-01T00:00:00Z');
    expect(decide({ official, probes: PROBES.failing }).since).toBe(iso(AT));
  });

  it('stays while there is trouble of whatever degree, and is gone with it', () => {
    const first = decide({ crowd: trouble(AT - 60_000) });
    const official = word('outage', '2024-03-05T15:17:00Z');
    const later = decideEntry({ official, probes: null, crowd: trouble(AT) }, first, AT + 900_000);
    expect(later).toMatchObject({ status: 'outage', since: first.since });
    const over = decideEntry({ official: null, probes: null, crowd: crowdOf({}) }, later, AT + 9_000_000);
    expect(over).toMatchObject({ status: 'operational', since: null });
    const again = decideEntry({ official, probes: null, crowd: null }, over, AT + 9_060_000);
    expect(again.since).toBe('2024-03-05T15:17:00.000Z');
  });

  it('is null where nothing is known', () => expect(decide({}).since).toBeNull());
});

describe('scope, official word, probes', () => {
  it('the crowd tells the scope of trouble; without trouble there is none to tell', () => {
    expect(decide({ crowd: crowdOf({ level: 'high', spread: true, scope: 'regional' }) }).scope).toBe(
      'regional',
    );
    expect(decide({ official: word('outage'), crowd: null }).scope).toBe('unknown');
    expect(decide({ crowd: crowdOf({ level: 'raised', scope: 'global' }) }).scope).toBe('unknown');
  });

  it('official word and probes stand as they came', () => {
    const official = { ...word('degraded'), text: 'We are looking into it', url: 'https://metastatus.com/' };
    expect(decide({ official, probes: PROBES['two fail'] })).toMatchObject({
      official,
      probes: PROBES['two fail'],
    });
    expect(decide({ probes: PROBES['none saw it yet'] }).probes).toEqual({ ok: 0, failed: 2 });
    expect(decide({ probes: PROBES['none looked'] }).probes).toBeNull();
  });
});

describe('confidence', () => {
  const of = (
    official: 'outage' | 'degraded' | null,
    probes: keyof typeof PROBES,
    crowd: CrowdReading | null,
  ) => decide({ official: official && word(official), probes: PROBES[probes], crowd }).confidence;

  it('grows with each further witness of an outage', () => {
    expect(of('degraded', 'absent', null)).toBeLessThan(of('outage', 'absent', null));
    expect(of('outage', 'absent', null)).toBeLessThan(of('outage', 'failing', null));
    expect(of('outage', 'fine', CROWDS.raised)).toBe(of('outage', 'failing', null));
    expect(of('outage', 'failing', null)).toBeLessThan(of('outage', 'failing', CROWDS.high));
    expect(of(null, 'failing', CROWDS.raised)).toBeLessThan(of(null, 'failing', CROWDS.high));
  });

  it('is lower for an official issue that neither pages nor people know of', () => {
    expect(of('outage', 'fine', CROWDS.calm)).toBeLessThan(of('outage', 'absent', null));
  });

  it('is lower for looks alone, least beside a crowd that is there and calm', () => {
    expect(of(null, 'failing', CROWDS.calm)).toBeLessThan(of(null, 'failing', null));
    expect(of(null, 'failing', null)).toBeLessThan(of(null, 'failing', CROWDS.raised));
  });

  it('is lower for a crowd of few than for one of many, and never above what rented networks leave', () => {
    const high = (networks: number) => of(null, 'fine', crowdOf({ level: 'high', spread: true, networks }));
    expect(high(19)).toBeLessThan(high(20));
    expect(high(1e6)).toBeLessThanOrEqual(0.8);
  });

  it('falls when a standing alarm has gone quiet', () => {
    const high = (networks: number, expected: number) =>
      crowdOf({ level: 'high', spread: true, networks, expected });
    expect(of(null, 'fine', high(7, 2))).toBeLessThan(of(null, 'fine', high(8, 2)));
    expect(of(null, 'fine', high(99, 50))).toBeLessThan(of(null, 'fine', high(100, 50)));
    const fallen = { ...high(99, 2), curve: [9000, 1000, 99] };
    expect(of(null, 'fine', fallen)).toBe(of(null, 'fine', high(7, 2)));
    expect(of(null, 'fine', { ...fallen, curve: [9000, 1, 1, 1, 1, 1, 1] })).toBe(
      of(null, 'fine', high(99, 2)),
    );
    expect(of('outage', 'fine', high(3, 2))).toBe(of('outage', 'fine', CROWDS.calm));
  });

  it('of health is highest where people are known to be there and pages are seen', () => {
    const present = crowdOf({ rate: 0.001 });
    const unknown = crowdOf({ rate: null, networks: 2 });
    expect(of(null, 'fine', present)).toBeGreaterThan(of(null, 'fine', unknown));
    expect(of(null, 'absent', present)).toBeGreaterThan(of(null, 'absent', unknown));
    expect(of(null, 'fine', unknown)).toBeGreaterThan(of(null, 'absent', unknown));
    expect(of(null, 'fine', CROWDS.raised)).toBeLessThan(of(null, 'absent', unknown));
    expect(of(null, 'fine', CROWDS.silent)).toBeLessThan(of(null, 'absent', unknown));
  });

  it('of health is next to none in a first odd minute, which no second one has confirmed', () => {
    const calm = (networks: number, expected: number) => of(null, 'fine', crowdOf({ networks, expected }));
    expect(calm(400, 1.3)).toBeLessThanOrEqual(0.1);
    expect(decide({ crowd: crowdOf({ networks: 400, expected: 1.3 }) })).toMatchObject({
      status: 'operational',
      confidence: calm(400, 1.3),
    });
    expect(calm(8, 2)).toBe(calm(400, 1.3));
    expect(calm(7, 1)).toBe(of(null, 'fine', CROWDS.calm));
    expect(calm(399, 100)).toBe(of(null, 'fine', CROWDS.calm));
    expect(of(null, 'fine', CROWDS.raised)).toBeGreaterThan(calm(400, 1.3));
  });

  it('of the unknown is none', () => expect(of(null, 'absent', null)).toBe(0));
});

it('every entry of the table fits the feed', () => {
  for (const official of [null, ...OFFICIAL_STATUSES])
    for (const probes of Object.values(PROBES))
      for (const crowd of Object.values(CROWDS))
        expect(
          feedEntry.safeParse(decide({ official: official && word(official), probes, crowd })).success,
        ).toBe(true);
});
