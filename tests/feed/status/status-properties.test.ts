import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideEntry } from '../../../feed/status/decide-entry.ts';
import type { EvidenceOfStatus } from '../../../feed/status/evidence-of-status.ts';
import { FEWEST_PUBLISHED, roundedDown } from '../../../feed/status/rounding.ts';
import { feedEntry, OFFICIAL_STATUSES, SYMPTOMS } from '../../../lib/model/feed.ts';

const AT = Date.UTC(2024, 2, 5, 15, 0, 0);
const amount = fc.double({ min: 0, max: 1e7, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const moment = fc.integer({ min: AT - 1e9, max: AT + 1e9 });

const official = fc.record({
  source: fc.constant('metastatus'),
  status: fc.constantFrom(...OFFICIAL_STATUSES),
  text: fc.constant(null),
  url: fc.constant(null),
  at: fc.option(moment.map((at) => new Date(at).toISOString())),
});
const probes = fc.record({ ok: fc.nat({ max: 5 }), failed: fc.nat({ max: 5 }) });
const crowd = fc
  .record({
    level: fc.constantFrom('none' as const, 'raised' as const, 'high' as const),
    spread: fc.boolean(),
    since: moment,
    symptoms: fc.dictionary(fc.constantFrom(...SYMPTOMS), share),
    networks: amount,
    expected: amount,
    count: fc.nat({ max: 1e7 }),
    rate: fc.option(share),
    scope: fc.constantFrom('global' as const, 'regional' as const, 'unknown' as const),
    curve: fc.array(fc.nat({ max: 1e7 }), { maxLength: 36 }),
  })
  .map((reading) => ({ ...reading, since: reading.level === 'none' ? null : reading.since }));
const evidence: fc.Arbitrary<EvidenceOfStatus> = fc.record({
  official: fc.option(official),
  probes: fc.option(probes),
  crowd: fc.option(crowd),
});

const isIssue = (word: EvidenceOfStatus['official']): boolean =>
  word?.status === 'degraded' || word?.status === 'outage';

describe('whatever the evidence', () => {
  it('the entry fits the feed', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        expect(feedEntry.safeParse(decideEntry(given, null, AT)).error).toBeUndefined();
      }),
    );
  });

  it('reports alone never make an outage', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const fine = { ...given, official: isIssue(given.official) ? null : given.official };
        const ok = { ...fine, probes: given.probes && { ok: 5, failed: Math.min(2, given.probes.failed) } };
        expect(decideEntry(ok, null, AT).status).not.toBe('outage');
      }),
    );
  });

  it('nothing green is said without anybody to say it: neither official health nor silence makes it operational', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const nobody = { ...given, crowd: null, official: isIssue(given.official) ? null : given.official };
        expect(decideEntry(nobody, null, AT).status).not.toBe('operational');
      }),
    );
  });

  it('no number of fewer than twenty networks leaves the server, and none is above the truth', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const entry = decideEntry(given, null, AT);
        const networks = given.crowd?.networks ?? 0;
        if (networks < FEWEST_PUBLISHED) expect(entry).toMatchObject({ reports: null, symptoms: {} });
        if (entry.reports !== null) {
          expect(entry.reports.reporters).toBeLessThanOrEqual(networks);
          expect(entry.reports.reporters).toBeGreaterThanOrEqual(FEWEST_PUBLISHED);
        }
        const curve = entry.curve ?? [];
        curve.forEach((value, index) => {
          expect(value === 0 || value >= FEWEST_PUBLISHED).toBe(true);
          const now = index === curve.length - 1 ? networks : 0;
          expect(value).toBeLessThanOrEqual(Math.max(given.crowd?.curve[index] ?? 0, now));
        });
      }),
    );
  });

  it('trouble has a beginning, not in the future; the absence of trouble has none', () => {
    fc.assert(
      fc.property(evidence, evidence, (given, earlier) => {
        const before = decideEntry(earlier, null, AT - 60_000);
        const { status, since } = decideEntry(given, before, AT);
        const trouble = status === 'degraded' || status === 'outage';
        expect(since !== null).toBe(trouble);
        if (since !== null) expect(Date.parse(since)).toBeLessThanOrEqual(AT);
      }),
    );
  });

  it('a worse witness never makes a better status', () => {
    const gravity = { operational: 0, unknown: 0, degraded: 1, outage: 2 } as const;
    fc.assert(
      fc.property(evidence, (given) => {
        const now = gravity[decideEntry(given, null, AT).status];
        const failing = { ...given, probes: { ok: 0, failed: 5 } };
        expect(gravity[decideEntry(failing, null, AT).status]).toBeGreaterThanOrEqual(now);
        if (given.crowd === null) return;
        const high = { ...given, crowd: { ...given.crowd, level: 'high' as const, spread: true, since: AT } };
        expect(gravity[decideEntry(high, null, AT).status]).toBeGreaterThanOrEqual(now);
      }),
    );
  });
});

describe('rounding down', () => {
  it.each([
    [0, 0],
    [19.99, 0],
    [20, 20],
    [29, 20],
    [99, 90],
    [100, 100],
    [128, 120],
    [999, 990],
    [4237, 4200],
    [99_999, 99_000],
    [Number.NaN, 0],
  ])('%d becomes %d', (count, rounded) => expect(roundedDown(count)).toBe(rounded));
});
