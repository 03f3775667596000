import { describe, expect, it } from 'vitest';
import { assess, replaySteps, type ReplayMoment } from '../../../lib/diagnosis/index.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { answer, at, ended, feed, page, request, seen, started } from './log-builder.ts';

const replay = (log: readonly Observation[], asked: readonly number[] = []): ReplayMoment[] => [
  ...replaySteps(log, asked),
];

/** A moment in a line: why, which step, how many seconds after the start, of which services. */
const inShort = ({ reason, step, at: when, states }: ReplayMoment) => [
  reason,
  step,
  (when - at(0)) / 1000,
  states.map(({ service }) => service).join(' '),
];

/** What is said of Facebook at a moment. */
const saidOf = ({ states }: ReplayMoment) => states.find(({ service }) => service === 'facebook')?.verdict;

/** What is said when asked at that time; its next checks are left out in a replay. */
const whenAsked = (log: readonly Observation[], seconds: number) => {
  const current = assess(log, at(seconds)).findLast(({ closedAt }) => closedAt === null)?.current;
  return current && { ...current, nextChecks: [] };
};

describe('a replay', () => {
  it('of nothing has no moments', () => {
    expect(replay([])).toEqual([]);
  });

  it('has a moment for each observation, in the order of time whatever the order of the log', () => {
    const log = [page(40, 'login'), ended(0), request(20, 'ok')];
    expect(replay(log).map(inShort)).toEqual([
      ['observation', 0, 0, 'facebook'],
      ['observation', 1, 20, 'facebook'],
      ['observation', 2, 40, 'facebook'],
    ]);
  });

  it('says at each moment what is said to whoever asks then', () => {
    const log = [ended(0), page(20, 'login'), answer(40, 'logged-out-everywhere-yourself', 'no')];
    const said = replay(log).map(saidOf);
    expect(said).toEqual([whenAsked(log.slice(0, 1), 0), whenAsked(log.slice(0, 2), 20), whenAsked(log, 40)]);
    expect(new Set(said.map((one) => JSON.stringify(one?.probabilities))).size).toBe(3);
  });

  it('shows the services with an open incident in the order of their names, and no others', () => {
    const log = [
      seen(0, { kind: 'session', change: 'ended', by: 'server', service: 'instagram' }),
      ended(10),
      answer(20, 'logged-out-everywhere-yourself', 'yes'),
      seen(30, { kind: 'page', page: 'home', service: 'threads' }),
    ];
    const services = replay(log).map(({ states }) => states.map(({ service }) => service));
    expect(services.slice(0, 2)).toEqual([['instagram'], ['facebook', 'instagram']]);
    expect(services.every((some) => !some.includes('threads'))).toBe(true);
  });

  it('shows them so in whatever order they came into trouble', () => {
    const names = ['messenger', 'facebook', 'threads', 'instagram'];
    for (const inTrouble of [names, names.toReversed(), names.toSorted()]) {
      const log = inTrouble.map((service, index) => ended(index, 'server', { service }));
      expect(
        replay(log)
          .at(-1)
          ?.states.map(({ service }) => service),
      ).toEqual(names.toSorted());
    }
  });

  it('shows an incident no more from the very moment at which it is over', () => {
    const over = [ended(0), started(58), page(60, 'home')];
    const later = (log: readonly Observation[]) => replay(log).slice(3).map(inShort);
    expect(later(over)).toEqual([['recheck', null, 120, '']]);
    const atOnce = ['x', 'instagram'].map((service) => request(120, 'ok', { service }));
    expect(later([...over, ...atOnce])).toEqual([
      ['observation', 3, 120, ''],
      ['observation', 4, 120, ''],
    ]);
    // Nothing comes of one of which nobody hears for a day.
    const day = 86_400;
    const asked = replay([ended(0)], [at(day - 0.001), at(day)])
      .slice(-2)
      .map(inShort);
    expect(asked).toEqual([
      ['asked', null, day - 0.001, 'facebook'],
      ['asked', null, day, ''],
    ]);
  });

  it('says what a person would hear who asked, between observations and after the last', () => {
    const log = [ended(0), page(100, 'login')];
    const moments = replay(log, [at(150), at(50)]);
    expect(moments.map(inShort)).toEqual([
      ['observation', 0, 0, 'facebook'],
      ['asked', null, 50, 'facebook'],
      ['observation', 1, 100, 'facebook'],
      ['asked', null, 150, 'facebook'],
    ]);
    expect(moments.map(saidOf)).toEqual([
      whenAsked(log.slice(0, 1), 0),
      whenAsked(log.slice(0, 1), 50),
      whenAsked(log, 100),
      whenAsked(log, 150),
    ]);
  });

  it('answers a question asked at an observation after it, also where all was asked before the log begins', () => {
    const log = [ended(10)];
    expect(replay(log, [at(10), at(0)]).map(inShort)).toEqual([
      ['asked', null, 0, ''],
      ['observation', 0, 10, 'facebook'],
      ['asked', null, 10, 'facebook'],
    ]);
  });

  it('looks again when a feed runs out, and says then what it says without the feed', () => {
    const log = [ended(0), feed(1, 'outage', {}, { ttl: 100 }), page(500, 'login')];
    const moments = replay(log);
    const again = moments.filter(({ reason }) => reason === 'recheck');
    expect(again.length).toBeGreaterThan(0);
    for (const moment of again) {
      expect(moment.step).toBeNull();
      const seconds = (moment.at - at(0)) / 1000;
      expect(saidOf(moment)).toEqual(whenAsked(log.slice(0, seconds < 500 ? 2 : 3), seconds));
    }
    expect(moments.filter(({ reason }) => reason === 'observation').map(({ step }) => step)).toEqual([
      0, 1, 2,
    ]);
    expect(saidOf(moments[1] as ReplayMoment)?.cause).toBe('outage');
    expect(again.map(saidOf).some((said) => said?.cause === 'unclear')).toBe(true);
  });
});

describe('observations of one moment in a replay', () => {
  const [lost, refused, said] = [
    ended(0),
    page(0, 'old-password'),
    answer(0, 'logged-out-everywhere-yourself', 'no'),
  ];

  it.each([
    ['as they happen', [lost, refused, said]],
    ['turned round', [said, refused, lost]],
    ['the last first', [said, lost, refused]],
    ['out before in', [page(0, 'login'), page(0, 'home'), said]],
  ])('are told one by one in the order of the log (%s), each with those before it', (_order, log) => {
    const moments = replay(log);
    expect(moments.map(inShort).map(([reason, step]) => [reason, step])).toEqual([
      ['observation', 0],
      ['observation', 1],
      ['observation', 2],
    ]);
    expect(moments.map(saidOf)).toEqual([1, 2, 3].map((many) => whenAsked(log.slice(0, many), 0)));
  });

  it('leave nothing behind of what was told half way: the end is that of all of them, in any order', () => {
    const [one, other] = [replay([lost, refused, said]), replay([said, refused, lost])];
    expect(one.at(-1)).toEqual(other.at(-1));
    expect(saidOf(one.at(-1) as ReplayMoment)?.cause).toBe('account-compromise');
  });

  it('close an incident half way only for the half: a sign-in beside an end', () => {
    const log = [
      ended(0),
      page(60, 'login'),
      seen(120, { kind: 'session', change: 'started', by: 'user' }),
      page(120, 'old-password'),
    ];
    const moments = replay(log);
    expect(moments).toHaveLength(4);
    expect(saidOf(moments[2] as ReplayMoment)).toEqual(whenAsked(log.slice(0, 3), 120));
    expect(saidOf(moments[3] as ReplayMoment)).toEqual(whenAsked(log, 120));
  });
});
