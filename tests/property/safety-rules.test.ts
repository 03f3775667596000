import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { assess } from '../../lib/diagnosis/index.ts';
import type { Observation } from '../../lib/model/observation.ts';
import { toTimestamp } from '../../lib/model/timestamp.ts';
import type { Verdict } from '../../lib/model/verdict.ts';
import {
  endOf,
  feedEntry,
  log,
  logWithIncident,
  noFeed,
  official,
  RUNS,
  TIME_LIMIT,
} from './log-arbitraries.ts';

vi.setConfig({ testTimeout: TIME_LIMIT });

const FACEBOOK = 'facebook';
const ALARM_RANK = { none: 0, watch: 1, act: 2 };

/** What is said of Facebook at a moment, null without an incident. */
const saidAt = (observations: readonly Observation[], at: number): Verdict | null =>
  assess(observations, at).find((one) => one.service === FACEBOOK && one.closedAt === null)?.current ?? null;
const said = (observations: readonly Observation[]): Verdict | null =>
  saidAt(observations, endOf(observations));

const after = (observations: readonly Observation[], ms: number, more: object): Observation[] => [
  ...observations,
  { at: toTimestamp(endOf(observations) + ms), service: FACEBOOK, ...more } as Observation,
];
const p = (verdict: Verdict | null): number => verdict?.probabilities['account-compromise'] ?? Number.NaN;

const direct = fc.constantFrom(
  { kind: 'answer', question: 'security-email-unrecognised', answer: 'yes' },
  { kind: 'answer', question: 'posts-or-messages-not-yours', answer: 'yes' },
  { kind: 'page', page: 'old-password' },
  { kind: 'page', page: 'contact-changed' },
);
const isWithdrawal = (one: Observation): boolean =>
  one.kind === 'answer' &&
  (one.question === 'changed-password-yourself' || one.question === 'changed-contact-yourself');
const isDirect = (one: Observation): boolean =>
  (one.kind === 'page' && (one.page === 'old-password' || one.page === 'contact-changed')) ||
  (one.kind === 'answer' &&
    ['security-email-unrecognised', 'posts-or-messages-not-yours', 'works-on-another-device'].includes(
      one.question,
    ));
const outageEntry = feedEntry.map((entry) => ({ ...entry, status: 'outage' as const }));

describe('S1: direct evidence is never talked away', () => {
  it('makes the alarm act, whatever else the log holds', () => {
    fc.assert(
      fc.property(log, direct, fc.nat(7_200_000), (before, sign, later) => {
        const observations = after(
          before.filter((one) => !isWithdrawal(one)),
          1000,
          sign,
        );
        expect(saidAt(observations, endOf(observations) + later)?.alarm).toBe('act');
      }),
      RUNS,
    );
  });

  it('keeps act whatever comes after it, until the person answers', () => {
    fc.assert(
      fc.property(log, log, direct, (before, later, sign) => {
        const first = after(before, 1000, sign);
        const shift = endOf(first) - Date.UTC(2026, 2, 1, 12) + 1000;
        const rest = later.filter((one) => one.kind !== 'answer');
        const all = [
          ...first.filter((one) => !isWithdrawal(one)),
          ...rest.map((one) => ({ ...one, at: toTimestamp(Date.parse(one.at) + shift) })),
        ];
        expect(said(all)?.alarm).toBe('act');
      }),
      RUNS,
    );
  });
});

describe('S2: no reassurance on one leg', () => {
  it('never calls an outage more than unsure on a feed and official pages alone', () => {
    fc.assert(
      fc.property(fc.array(outageEntry, { maxLength: 4 }), fc.boolean(), (entries, asked) => {
        let observations: Observation[] = asked
          ? after([], 0, { kind: 'answer', question: 'contacts-also-affected', answer: 'yes' })
          : after([], 0, { kind: 'page', page: 'checkpoint' });
        for (const entry of entries)
          observations = after(observations, 5000, { kind: 'feed', state: 'verified', age: 5, entry });
        const verdict = said(observations);
        expect(verdict?.cause === 'outage' && verdict.certainty !== 'unsure').toBe(false);
      }),
      RUNS,
    );
  });

  it('never calls an outage more than unsure without feed, official word or a failure of the service', () => {
    fc.assert(
      fc.property(logWithIncident, (observations) => {
        const without = observations.filter(
          (one) =>
            one.kind !== 'feed' &&
            one.kind !== 'official' &&
            one.kind !== 'request' &&
            !(one.kind === 'page' && (one.page === 'error' || one.page === 'unavailable')) &&
            !(one.kind === 'login' && one.outcome === 'error'),
        );
        for (const { verdicts } of assess(without, endOf(without)))
          for (const { verdict } of verdicts)
            expect(verdict.cause === 'outage' && verdict.certainty !== 'unsure').toBe(false);
      }),
      RUNS,
    );
  });

  it('is unsure of either end when one service alone cannot be reached and no feed is there', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('dns', 'unreachable'),
        fc.integer({ min: 2, max: 50 }),
        (outcome, count) => {
          const observations = [
            { at: toTimestamp(endOf([])), service: null, kind: 'connectivity', state: 'online' } as const,
            ...after([], 1000, { kind: 'request', purpose: 'navigation', outcome, count }),
          ];
          const verdict = said(observations);
          expect(['network', 'outage']).toContain(verdict?.cause);
          expect(verdict?.certainty).toBe('unsure');
        },
      ),
      RUNS,
    );
  });
});

describe('S3: no accusation on thin evidence', () => {
  it('never says act without direct evidence in the log', () => {
    fc.assert(
      fc.property(log, (observations) => {
        const without = observations.filter((one) => !isDirect(one));
        for (const { verdicts } of assess(without, endOf(without) + 3_600_000))
          for (const { verdict } of verdicts) expect(verdict.alarm).not.toBe('act');
      }),
      RUNS,
    );
  });

  it('leaves a bare forced logout open, and asks', () => {
    const nothing = fc.constantFrom(
      { kind: 'page', page: 'login' },
      { kind: 'page', page: 'public' },
      { kind: 'request', purpose: 'probe', outcome: 'ok' },
      { kind: 'feed', state: 'unreachable' },
    );
    fc.assert(
      fc.property(fc.array(nothing, { maxLength: 6 }), (rest) => {
        let observations = after([], 0, { kind: 'session', change: 'ended', by: 'server' });
        for (const one of rest) observations = after(observations, 1000, one);
        const verdict = said(observations);
        expect(verdict).toMatchObject({ cause: 'unclear', certainty: 'unsure', alarm: 'watch' });
        expect(verdict?.nextChecks.some(({ type }) => type === 'question')).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('S4: a feed that is not verified is no feed', () => {
  it('leaves every probability as it was', () => {
    fc.assert(
      fc.property(logWithIncident, noFeed, (observations, absent) => {
        const without = said(observations);
        const end = endOf(observations);
        const verdict = saidAt([...observations, { ...absent, at: toTimestamp(end) } as Observation], end);
        expect(verdict?.probabilities).toEqual(without?.probabilities);
      }),
      RUNS,
    );
  });

  it('counts an expired feed as none', () => {
    fc.assert(
      fc.property(outageEntry, (entry) => {
        const lone = after([], 0, { kind: 'session', change: 'ended', by: 'server' });
        const observations = after(lone, 1000, { kind: 'feed', state: 'verified', age: 0, ttl: 60, entry });
        const later = endOf(observations) + 60_000;
        expect(saidAt(observations, later)?.probabilities).toEqual(saidAt(lone, later)?.probabilities);
      }),
      RUNS,
    );
  });
});

describe('S5: a bad network comes first', () => {
  it('says nothing about the account while the network is known bad, unless direct evidence stands', () => {
    fc.assert(
      fc.property(logWithIncident, fc.constantFrom('offline', 'captive-portal'), (observations, state) => {
        const bad = [
          ...observations,
          { at: toTimestamp(endOf(observations) + 600_000), service: null, kind: 'connectivity', state },
        ] as Observation[];
        const verdict = said(bad);
        if (verdict && verdict.alarm !== 'act') expect(verdict.cause).toBe('network');
        if (said(observations)?.alarm === 'act') expect(verdict?.alarm).toBe('act');
      }),
      RUNS,
    );
  });

  it('lowers no alarm and names no network because a feed was tampered with', () => {
    fc.assert(
      fc.property(logWithIncident, (observations) => {
        const before = said(observations);
        const end = endOf(observations);
        const tampered = {
          at: toTimestamp(end),
          service: null,
          kind: 'connectivity',
          state: 'tampered',
        } as const;
        const verdict = saidAt([...observations, tampered], end);
        expect(verdict?.probabilities).toEqual(before?.probabilities);
        expect(ALARM_RANK[verdict?.alarm ?? 'none']).toBeGreaterThanOrEqual(
          ALARM_RANK[before?.alarm ?? 'none'],
        );
      }),
      RUNS,
    );
  });
});

describe('S6: monotone', () => {
  it('never makes a break-in less probable by adding direct evidence', () => {
    fc.assert(
      fc.property(logWithIncident, direct, (observations, sign) => {
        fc.pre(!observations.some(isWithdrawal));
        const before = saidAt(observations, endOf(observations) + 1000);
        fc.pre(before !== null);
        expect(p(said(after(observations, 1000, sign)))).toBeGreaterThanOrEqual(p(before) - 1e-12);
      }),
      RUNS,
    );
  });

  it('never makes a break-in more probable by adding a verified outage', () => {
    fc.assert(
      fc.property(
        logWithIncident,
        outageEntry,
        fc.integer({ min: 0, max: 590 }),
        (observations, entry, age) => {
          const before = saidAt(observations, endOf(observations) + 1000);
          fc.pre(before !== null);
          const more = after(observations, 1000, { kind: 'feed', state: 'verified', age, entry });
          expect(p(said(more))).toBeLessThanOrEqual(p(before) + 1e-12);
        },
      ),
      RUNS,
    );
  });
});

describe('S7: a mass logout is not by itself an outage', () => {
  it('is a security reset when many are signed out and signing in works', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.6, max: 1, noNaN: true }), fc.boolean(), (share, accepted) => {
        const entry = {
          status: 'degraded',
          confidence: 0.8,
          since: null,
          scope: 'global',
          symptoms: { 'forced-logout': share, 'sign-in-works': share },
          reports: null,
          official: null,
          probes: null,
        };
        let observations = after([], 0, { kind: 'session', change: 'ended', by: 'server' });
        observations = after(observations, 1000, { kind: 'feed', state: 'verified', age: 20, entry });
        if (accepted) observations = after(observations, 1000, { kind: 'login', outcome: 'accepted' });
        expect(said(observations)?.cause).toBe('security-reset');
      }),
      RUNS,
    );
  });
});

describe('S8: a lock does not exclude an outage, and green pages never point at the person', () => {
  it('gives an official "ok" no weight', () => {
    fc.assert(
      fc.property(logWithIncident, official, (observations, word) => {
        fc.pre(!observations.some((one) => one.kind === 'official'));
        const end = endOf(observations);
        const green = {
          ...word,
          at: toTimestamp(end),
          service: FACEBOOK,
          status: 'operational',
        } as Observation;
        expect(saidAt([...observations, green], end)?.probabilities).toEqual(
          said(observations)?.probabilities,
        );
      }),
      RUNS,
    );
  });

  it.each(['locked', 'suspended'])('leaves an outage possible beside a page that says %s', (page) => {
    const verdict = said(after([], 0, { kind: 'page', page }));
    expect(verdict?.probabilities['outage']).toBeGreaterThan(0.02);
  });
});

describe('S9: linked services inform each other and prove nothing', () => {
  it('watches a service whose linked account is in other hands, and does not accuse', () => {
    fc.assert(
      fc.property(direct, (sign) => {
        const lone = after([], 0, { kind: 'session', change: 'ended', by: 'server' });
        const linked = after(lone, 1000, { ...sign, service: 'instagram' });
        const verdict = said(linked);
        expect(verdict?.alarm).toBe('watch');
        expect(p(verdict)).toBeGreaterThan(10 * p(said(lone)));
      }),
      RUNS,
    );
  });

  it('takes nothing from a service that shares no sign-in', () => {
    fc.assert(
      fc.property(direct, (sign) => {
        const lone = after([], 0, { kind: 'session', change: 'ended', by: 'server' });
        const other = after(lone, 1000, { ...sign, service: 'x' });
        expect(said(other)?.probabilities).toEqual(saidAt(lone, endOf(other))?.probabilities);
      }),
      RUNS,
    );
  });
});
