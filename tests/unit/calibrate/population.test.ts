import { describe, expect, it } from 'vitest';
import { record } from '../../../lib/model/record.ts';
import { toMillis } from '../../../lib/model/timestamp.ts';
import { drawCase, type GeneratedCase } from '../../../scripts/calibrate/case.ts';
import { recordOf } from '../../../scripts/calibrate/dump.ts';
import { opensAt } from '../../../scripts/calibrate/judge/opens.ts';
import { MIXES } from '../../../scripts/calibrate/mixes.ts';
import { numberedCase, silentCase, type CaseName } from '../../../scripts/calibrate/numbered-case.ts';
import { TRUTH_KINDS, type TruthKind } from '../../../scripts/calibrate/truth/kinds.ts';

const drawn = (kind: TruthKind, number: number): GeneratedCase => {
  const made = drawCase(kind, [5, number]);
  if (made === null) throw new Error(`${kind} cannot be drawn`);
  return made;
};
const named = (number: number, seed = 1): CaseName => ({ mix: 'stratified', seed, number });

describe('the generated population', () => {
  it('is the same for the same seed and number', () => {
    for (let number = 0; number < TRUTH_KINDS.length; number += 1)
      expect(numberedCase(named(number))).toEqual(numberedCase(named(number)));
  });

  it('is another one for another seed or number', () => {
    const first = numberedCase(named(3)).observations;
    expect(numberedCase(named(3, 2)).observations).not.toEqual(first);
    expect(numberedCase(named(3 + TRUTH_KINDS.length)).observations).not.toEqual(first);
  });

  it('holds every kind equally often in the stratified mix', () => {
    const kinds = TRUTH_KINDS.map((_kind, number) => numberedCase(named(number)).kind);
    expect([...kinds].sort()).toEqual([...TRUTH_KINDS].sort());
  });

  it('holds break-ins about as rarely as life does in the natural mix', () => {
    const all = Object.entries(MIXES.natural);
    const sum = (of: typeof all) => of.reduce((total, [, rate]) => total + rate, 0);
    const share = sum(all.filter(([kind]) => kind.startsWith('break-in'))) / sum(all);
    expect(share).toBeGreaterThan(0.0003);
    expect(share).toBeLessThan(0.003);
  });

  it.each(TRUTH_KINDS)(
    '%s: every record fits the schema and opens an incident of the service in focus',
    (kind) => {
      for (let number = 0; number < 25; number += 1) {
        const made = drawn(kind, number);
        const reading = record.safeParse(recordOf(made, named(number)));
        expect(reading.error?.issues ?? []).toEqual([]);
        expect(opensAt(made.observations, made.truth.focus, made.truth.meets - 600_000)).not.toBeNull();
      }
    },
  );

  it('tells every log in order of time', () => {
    for (let number = 0; number < 200; number += 1) {
      const times = numberedCase(named(number)).observations.map(({ at }) => toMillis(at));
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }
  });

  it('ends sessions in a browser as that browser tells it: Firefox says "server" of a cookie that an extension took', () => {
    const endings = new Set<string>();
    for (let number = 0; number < 300; number += 1)
      for (const seen of drawn('cleared: session cookie alone', number).observations)
        if (seen.kind === 'session' && seen.change === 'ended') endings.add(seen.by);
    expect([...endings].sort()).toEqual(['browser', 'eviction', 'server', 'unknown']);
  });

  it('has feeds that are absent, stale, late and wrong, and official words that come late or never', () => {
    const states = new Set<string>();
    const officials = new Set<string>();
    for (let number = 0; number < 600; number += 1)
      for (const seen of drawn('outage: sign-in, as 2024', number).observations)
        if (seen.kind === 'feed') {
          states.add(seen.state === 'verified' ? seen.entry.status : seen.state);
          if (seen.state === 'verified') officials.add(seen.entry.official?.status ?? 'none');
        }
    for (const state of ['operational', 'degraded', 'outage', 'unknown', 'unreachable', 'stale', 'invalid'])
      expect(states).toContain(state);
    expect(officials).toContain('operational');
    expect(officials).toContain('outage');
  });

  it('lets people answer wrongly now and then, and nothing at all when they are mute', () => {
    const answers: string[] = [];
    for (let number = 0; number < 1500; number += 1)
      for (const seen of drawn('routine: ended by the server', number).observations)
        if (seen.kind === 'answer' && seen.question === 'changed-password-yourself')
          answers.push(seen.answer);
    expect(answers.filter((answer) => answer === 'yes').length).toBeGreaterThan(0);
    expect(answers.filter((answer) => answer === 'no').length).toBeGreaterThan(answers.length / 2);
    for (let number = 0; number < 200; number += 1)
      expect(silentCase(named(number))?.observations.filter(({ kind }) => kind === 'answer') ?? []).toEqual(
        [],
      );
  });
});
