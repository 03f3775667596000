import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../../lib/diagnosis/diagnose.ts';
import { explain } from '../../../lib/diagnosis/explain.ts';
import { nextChecks } from '../../../lib/diagnosis/next-checks.ts';
import type { Fact } from '../../../lib/diagnosis/possible-facts.ts';
import type { Trial } from '../../../lib/diagnosis/trials.ts';
import { allChanges, whatWouldChange } from '../../../lib/diagnosis/what-would-change.ts';
import type { Cause } from '../../../lib/model/cause.ts';
import { said, type Of } from './diagnosis-of.ts';

const trial = (name: string, chance: number, after: Diagnosis): Trial => {
  const [check, outcome] = name.split(' ');
  return { fact: { check, outcome } as Fact, chance, after };
};
/** After it, all would be known to be well. */
const calms = (name: string, chance: number): Trial => trial(name, chance, said('outage', { outage: 1 }));
const THEFT = { 'account-compromise': 1 };
/** After it, a break-in would be known. */
const alarms = (name: string, chance: number): Trial =>
  trial(name, chance, { ...said('account-compromise', THEFT), alarm: 'act' });

const UNCLEAR: Diagnosis = { ...said('unclear', { outage: 0.5, network: 0.5 }), alarm: 'watch' };
const told = (now: Diagnosis, trials: readonly Trial[]): string[] =>
  whatWouldChange(now, trials).map(({ check, outcome }) => `${check} ${outcome}`);

describe('the facts that are told as what would change a verdict', () => {
  const harmless = [
    calms('works-on-another-device yes', 0.2),
    calms('contacts-also-affected yes', 0.4),
    calms('front-door answers', 0.3),
    calms('sign-in works', 0.5),
  ];
  const first = ['sign-in works', 'contacts-also-affected yes', 'front-door answers'];

  it('are the three weightiest', () => {
    expect(told(UNCLEAR, harmless)).toEqual(first);
  });

  it('end with the one that would raise the alarm, however improbable that is', () => {
    const mail = alarms('security-email-unrecognised yes', 0.0001);
    expect(told(UNCLEAR, [...harmless, mail])).toEqual([
      ...first.slice(0, 2),
      'security-email-unrecognised yes',
    ]);
  });

  it('keep their order where one of the first would raise the alarm anyway', () => {
    const mail = alarms('security-email-unrecognised yes', 0.5);
    expect(told(UNCLEAR, [...harmless, mail])).toEqual([
      'security-email-unrecognised yes',
      ...first.slice(0, 2),
    ]);
  });

  it('say of one check one thing: what would alarm, where that is its rarer end', () => {
    const refused = alarms('sign-in refused', 0.0001);
    expect(told(UNCLEAR, [...harmless, refused])).toEqual([...first.slice(1), 'sign-in refused']);
  });

  it('hold no place for an alarm that is raised already', () => {
    const now: Diagnosis = { ...UNCLEAR, alarm: 'act' };
    const stays = trial('posts-or-messages-not-yours no', 0.0001, { ...calms('', 0).after, alarm: 'act' });
    expect(told(now, [...harmless, stays])).toEqual(first);
  });

  it('are the more probable first where they matter as much', () => {
    const surer: Diagnosis = { ...UNCLEAR, alarm: 'none' };
    const trials = ['front-door answers', 'feed works', 'sign-in works'].map((name, index) =>
      trial(name, [0.2, 0.3, 0.1][index] ?? 0, surer),
    );
    const all = allChanges(UNCLEAR, trials);
    expect(all.map(({ saved }) => saved)).toEqual([0, 0, 0]);
    expect(all.map(({ chance }) => chance)).toEqual([0.3, 0.2, 0.1]);
  });

  it('are none that leave all as it is', () => {
    expect(told(UNCLEAR, [trial('feed works', 0.9, UNCLEAR)])).toEqual([]);
  });
});

describe('what is asked next', () => {
  const asked = (trials: readonly Trial[]): string[] =>
    nextChecks(UNCLEAR, trials).map((one) => (one.type === 'question' ? one.question : one.measurement));

  it('is what more is gained by first, each once, whatever it may show', () => {
    const trials = [
      calms('feed works', 0.1),
      calms('sign-in works', 0.5),
      calms('works-on-another-device yes', 0.2),
      calms('works-on-another-device no', 0.2),
    ];
    expect(asked(trials)).toEqual(['sign-in', 'works-on-another-device', 'feed']);
  });

  it('is nothing that would leave what is said and what is believed as it is', () => {
    const idle = trial('contacts-also-affected no', 0.9, UNCLEAR);
    expect(asked([idle, calms('feed works', 0.1)])).toEqual(['feed']);
  });
});

describe('a verdict in words', () => {
  const alsoPossible = (beliefs: Of): readonly Cause[] =>
    explain(said('network', { network: 0.8, ...beliefs }), []).alsoPossible;

  it('lists what else is as probable as one in ten, and a break-in from one in fifty', () => {
    expect(alsoPossible({ outage: 0.1, 'account-compromise': 0.02 })).toEqual([
      'outage',
      'account-compromise',
    ]);
    expect(alsoPossible({ outage: 0.099, 'account-compromise': 0.019 })).toEqual([]);
    expect(alsoPossible({ 'signed-out': 0.05 })).toEqual([]);
    expect(alsoPossible({ outage: 0.1, 'account-compromise': 0.11 })).toEqual([
      'account-compromise',
      'outage',
    ]);
  });

  it('gives the reasons for what it names, also where something else is likelier', () => {
    const pieces = [
      ['offline', { network: 2 }, 1],
      ['server-errors', { outage: 1 }, 0.5],
      ['login-page', { outage: 1, network: 1 }, 1],
    ] as const;
    const reasons = (decision: 'network' | 'unclear') =>
      explain(said(decision, { network: 0.3, outage: 0.4, 'signed-out': 0.35 }, ...pieces), []).reasons;
    expect(reasons('network')).toEqual([
      { evidence: 'offline', towards: 'network', weight: 2 },
      { evidence: 'server-errors', towards: 'outage', weight: 0.5 },
    ]);
    // Where nothing is named they weigh the two likeliest.
    expect(reasons('unclear')).toEqual([
      { evidence: 'login-page', towards: 'outage', weight: 1 },
      { evidence: 'server-errors', towards: 'outage', weight: 0.5 },
    ]);
  });
});
