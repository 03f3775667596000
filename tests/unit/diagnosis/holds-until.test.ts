import { describe, expect, it } from 'vitest';
import { byTime } from '../../../lib/diagnosis/facts/in-order.ts';
import { emptyFold, nextOfItself, readSet, rediagnose } from '../../../lib/diagnosis/fold/incident-fold.ts';
import { timelinesAt } from '../../../lib/diagnosis/fold/timelines-at.ts';
import { momentsOf } from '../../../lib/diagnosis/fold/moments.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { restsOnWhatIs } from '../../property/rests-on-what-is.ts';
import { at, ended, feed, incident, login, network, page, request, seen, started } from './log-builder.ts';

const of = (service: string, one: Observation): Observation => ({ ...one, service }) as Observation;
const official = (seconds: number) =>
  seen(seconds, { kind: 'official', source: 'metastatus', status: 'outage', statusAt: ended(0).at });
const many = { symptoms: { 'forced-logout': 0.9, 'sign-in-works': 0.8 } };

/** When (seconds after the start) time alone next changes something, after all of the log. */
const next = (...log: readonly Observation[]): number => {
  const fold = emptyFold();
  for (const { at: when, set } of momentsOf(byTime(log), () => Infinity)) {
    readSet(fold, set, when);
    rediagnose(fold, when, set);
  }
  return (nextOfItself(fold) - at(0)) / 1000;
};

describe('a diagnosis that nothing new was seen for', () => {
  it.each<[string, readonly Observation[]]>([
    ['a feed ages and expires', [feed(0, 'outage', {}, { ttl: 900 }), ended(1)]],
    [
      'a feed is the last of an earlier one that it must not undo',
      [
        feed(0, 'degraded', many, { ttl: 3000 }),
        feed(1, 'outage', { confidence: 0.3 }, { ttl: 100 }),
        ended(2),
      ],
    ],
    [
      'somebody is still refused minutes after an outage is said to be over',
      [
        feed(0, 'outage', {}, { ttl: 3000 }),
        ended(1),
        feed(20, 'operational', {}, { ttl: 3000 }),
        login(40, 'rejected'),
      ],
    ],
    [
      'an outage that came again runs out',
      [
        feed(0, 'outage', {}, { ttl: 3000 }),
        ended(1),
        feed(20, 'operational', {}, { ttl: 3000 }),
        feed(30, 'degraded', { confidence: 0.9 }, { ttl: 200 }),
        feed(40, 'unknown', {}, { ttl: 3000 }),
      ],
    ],
    ['an official word is half an hour old', [ended(0), official(1)]],
    [
      'the outage of a linked service runs out',
      [of('instagram', feed(0, 'outage', {}, { ttl: 200 })), ended(1)],
    ],
    ['a feed was read ten minutes ago', [of('x', feed(0, 'operational')), page(1, 'error'), ended(700)]],
    ['another service answered two minutes ago', [of('x', page(0, 'home')), ended(1)]],
    [
      'a linked incident is over',
      [
        ended(0),
        of('instagram', request(5, 'server-error', { count: 4 })),
        of('instagram', request(20, 'ok', { count: 4 })),
      ],
    ],
    [
      'a linked incident with a break-in is over',
      [
        ended(0),
        of('instagram', page(1, 'old-password')),
        of('instagram', started(10)),
        of('instagram', page(11, 'home')),
        of('instagram', seen(20, { kind: 'answer', question: 'changed-password-yourself', answer: 'yes' })),
      ],
    ],
    [
      'the network is bad, and then it is not',
      [
        request(0, 'dns', { count: 2 }),
        of('x', request(1, 'dns', { count: 2 })),
        network(2, 'captive-portal'),
        of('x', page(30, 'home')),
        page(40, 'error'),
      ],
    ],
    [
      'other services answer, and then fail',
      [
        request(0, 'timeout', { count: 2 }),
        of('x', request(2, 'ok')),
        of('x', request(9, 'timeout')),
        of('site:example.org', request(12, 'timeout')),
      ],
    ],
  ])('is made again when %s', (_, log) => {
    restsOnWhatIs(log, -Infinity);
  });

  /** When (s) a word that lives for 400 s has lost a twentieth of its worth: 1 - 3a⁴ + 2a⁶ = 0.95 at a = 0.3679. */
  const FIRST_LOSS = 147.16;

  it('holds until a millisecond after the last word of others is worth nothing, or to the step of a feed', () => {
    const quiet = 86_400;
    expect(next(ended(0))).toBe(quiet);
    expect(next(ended(0), official(1))).toBe(1 + 1800 + 0.001);
    expect(next(feed(0, 'outage', {}, { ttl: 400 }), ended(1))).toBe(FIRST_LOSS);
    expect(next(of('instagram', feed(0, 'outage', {}, { ttl: 200 })), ended(1))).toBe(200);
    expect(next(of('x', feed(0, 'operational')), ended(1))).toBe(600.001);
    expect(next(of('x', page(0, 'home')), ended(1))).toBe(120.001);
    expect(next(ended(0), started(5), page(9, 'home'))).toBe(69);
  });

  it('holds until the first of several incidents can be said otherwise of', () => {
    const ageing = [feed(0, 'outage', {}, { ttl: 400 }), ended(1)];
    expect(next(...ageing, of('x', ended(2)))).toBe(FIRST_LOSS);
    expect(next(of('x', ended(0)), ...ageing)).toBe(FIRST_LOSS);
  });

  it('is not asked for again by what ends at this very moment', () => {
    expect(next(of('instagram', feed(0, 'outage', {}, { ttl: 200 })), ended(200))).toBe(600.001);
  });
});

describe('a diagnosis of what was not yet diagnosed', () => {
  it('is made at the next moment, whatever was seen', () => {
    const fold = emptyFold();
    readSet(fold, [{ at: at(0), seen: ended(0) }], at(0));
    expect(timelinesAt(fold, at(0))[0]?.current?.cause).toBe('unclear');
    rediagnose(fold, at(10), []);
    expect(fold.open.get('facebook')?.last?.decision).toBe('unclear');
  });
});

describe('an incident that is over', () => {
  it('tells nothing of a linked service from that very moment on', () => {
    const log = [
      ended(0),
      of('instagram', request(5, 'server-error', { count: 4 })),
      of('instagram', page(22, 'home')),
      of('instagram', page(24, 'home')),
    ];
    expect(incident(log, 3600, 'instagram')?.closedAt).toBe(at(84));
    const said = incident(log, 3600)?.verdicts.map((one) => [Date.parse(one.at), one.verdict.cause]);
    expect(said).toEqual([
      [at(0), 'unclear'],
      [at(5), 'outage'],
      [at(84), 'unclear'],
    ]);
  });
});
