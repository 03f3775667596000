import { describe, expect, it } from 'vitest';
import { assessWithChanges, FALSE_REASSURANCE } from '../../../lib/diagnosis/index.ts';
import { allChanges } from '../../../lib/diagnosis/what-would-change.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { verdict as verdictSchema, type Change } from '../../../lib/model/verdict.ts';
import { answer, at, ended, feed, login, network, page, request, verdict } from './log-builder.ts';
import { sceneAt } from './scene-at.ts';

const changes = (log: readonly Observation[], seconds: number): readonly Change[] =>
  assessWithChanges(log, at(seconds)).findLast(({ service }) => service === 'facebook')?.current
    ?.wouldChange ?? [];

const lines = (log: readonly Observation[], seconds: number): string[] =>
  changes(log, seconds).map(
    ({ check, outcome, to }) => `${check} ${outcome}: ${to.cause} ${to.certainty} ${to.alarm}`,
  );

describe('what would change a verdict', () => {
  it('at a lone logout: what would show it harmless, and always what would mean a break-in', () => {
    const told = lines([feed(0, 'operational'), ended(1), page(2, 'login')], 3);
    expect(told).toHaveLength(3);
    expect(told).toContain('works-on-another-device yes: session-expired likely none');
    expect(told.at(-1)).toBe('security-email-unrecognised yes: account-compromise likely act');
  });

  it('first of all what it would be dearest to overlook, by how probable it is', () => {
    const log = [feed(0, 'operational'), ended(1), page(2, 'login')];
    const { now, trials } = sceneAt(log, 3);
    const all = allChanges(now, trials);
    const saved = all.map((one) => one.saved);
    expect(saved.length).toBeGreaterThan(3);
    expect(saved).toEqual([...saved].sort((a, b) => b - a));
    for (const { chance, saved: by } of all)
      expect(by / chance).toBeLessThanOrEqual(FALSE_REASSURANCE.outage);
    const mail = all.find(({ change }) => change.to.alarm === 'act');
    // Dear to overlook, and all the less probable.
    expect(mail?.chance).toBeLessThan(0.01);
    expect((mail?.saved ?? 0) / (mail?.chance ?? 1)).toBeGreaterThan(1);
  });

  it('in an outage: what would show that it is not one, and that a break-in may be beside it', () => {
    const told = changes([ended(0), feed(1, 'outage'), page(2, 'error')], 3);
    expect(told.some(({ to }) => to.alarm === 'act')).toBe(true);
    // Trying again in an outage does harm, so nobody is told to try.
    expect(told.map(({ check }) => check)).not.toContain('sign-in');
  });

  it('after signs of a break-in: "that was me" comes first', () => {
    const [first] = changes([ended(0), page(1, 'old-password')], 2);
    expect(first).toMatchObject({
      check: 'changed-password-yourself',
      outcome: 'yes',
      to: { alarm: 'none' },
    });
  });

  it('is nothing that was answered, and again something after "not sure"', () => {
    const log = [feed(0, 'operational'), ended(1)];
    const question = 'works-on-another-device';
    const asks = (said: string): boolean =>
      changes([...log, answer(2, question, said)], 3).some(({ check }) => check === question);
    expect(asks('unsure')).toBe(true);
    expect(asks('yes')).toBe(false);
    expect(asks('no')).toBe(false);
  });

  it('is nothing that cannot be said: without a network no answer changes anything', () => {
    expect(changes([ended(0), network(1, 'offline')], 2).filter(({ to }) => to.alarm === 'act')).toEqual([]);
  });

  it('names the shared status only where there was one', () => {
    const failing = (seconds: number) => [
      request(seconds, 'server-error', { count: 3 }),
      page(seconds, 'error'),
    ];
    const names = (log: readonly Observation[], seconds: number): boolean =>
      changes(log, seconds).some(({ check }) => check === 'feed');
    expect(names([ended(0), login(1, 'rejected')], 2)).toBe(false);
    expect(names([feed(0, 'operational'), ...failing(5000)], 5001)).toBe(true);
  });

  it('asks at the front door where nobody did lately', () => {
    const log = [ended(1), network(2, 'online'), feed(2, 'degraded', { symptoms: { 'forced-logout': 0.7 } })];
    const says = (more: readonly Observation[], seconds: number): string[] =>
      lines([...log, ...more], seconds).filter((line) => line.startsWith('front-door'));
    expect(says([], 200)).toEqual(['front-door fails: outage confident none']);
    expect(says([request(190, 'ok', { purpose: 'probe' })], 200)).toEqual([]);
  });

  it('is no part of a verdict that is only replayed or kept', () => {
    expect(verdict([ended(0)], 1)).not.toHaveProperty('wouldChange');
    const [incident] = assessWithChanges([ended(0), feed(5, 'outage')], at(6));
    expect(incident?.current).toHaveProperty('wouldChange');
    for (const dated of incident?.verdicts ?? []) expect(dated.verdict).not.toHaveProperty('wouldChange');
  });

  it('was not in older records, which are still read', () => {
    const older = verdict([ended(0)], 1);
    expect(verdictSchema.safeParse(older).success).toBe(true);
    const newer = { ...older, wouldChange: changes([ended(0)], 1) };
    expect(verdictSchema.parse(newer).wouldChange?.length).toBeGreaterThan(0);
    const [first] = newer.wouldChange;
    const four = { ...older, wouldChange: [first, first, first, first] };
    expect(verdictSchema.safeParse(four).success).toBe(false);
    const strange = { ...older, wouldChange: [{ ...first, outcome: 'perhaps' }] };
    expect(verdictSchema.safeParse(strange).success).toBe(false);
  });
});
