import { describe, expect, it } from 'vitest';
import { networkKnownBad } from '../../../lib/diagnosis/facts/network-state.ts';
import {
  refusedAndUnchanged,
  stillRefused,
  wasRefusedAndUnchanged,
} from '../../../lib/diagnosis/facts/refusals.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { factsAfter } from './facts-after.ts';
import { answer, at, ended, feed, login, network, page, request, started } from './log-builder.ts';

const MINUTE = 60;
const HOUR = 3600;
const refusals = (...log: Observation[]): number => factsAfter(...log).facts.refusals.length;
const mine = { account: 'aaaaaaaaaaaaaaaa' };
const others = { account: 'bbbbbbbbbbbbbbbb' };

describe('a refused sign-in', () => {
  it('told twice within two seconds is one', () => {
    expect(refusals(login(0, 'rejected'), page(1, 'wrong-password'), login(2, 'rejected'))).toBe(1);
    expect(refusals(login(0, 'rejected'), page(1, 'wrong-password'), login(2.001, 'rejected'))).toBe(2);
    expect(refusals(login(0, 'rejected'), page(0, 'wrong-password'), login(3, 'rejected'))).toBe(2);
  });

  it('before its page is there is one for five seconds', () => {
    expect(refusals(login(0, 'rejected'), login(5, 'rejected'))).toBe(1);
    expect(refusals(login(0, 'rejected'), login(5.001, 'rejected'))).toBe(2);
  });

  it('again and again within five seconds is not one for ever', () => {
    const every = (seconds: number) =>
      refusals(...Array.from({ length: 4 }, (_, nth) => login(nth * seconds, 'rejected')));
    expect(every(5)).toBe(2);
    expect(every(2)).toBe(2);
    expect(every(1)).toBe(1);
  });

  it('is the one that a page told just before, and the next is another', () => {
    const log = [page(0, 'wrong-password'), login(10, 'rejected')];
    expect(refusals(...log)).toBe(1);
    expect(refusals(...log, login(20, 'rejected'))).toBe(2);
  });

  it('by pages alone counts each page once, told twice within two seconds', () => {
    expect(refusals(page(0, 'wrong-password'), page(2, 'wrong-password'))).toBe(1);
    expect(refusals(page(0, 'wrong-password'), page(2.001, 'wrong-password'))).toBe(2);
    expect(factsAfter(page(0, 'wrong-password'), page(2, 'wrong-password')).opens).toEqual([]);
  });

  it('is forgotten by getting in, and by nothing else that a sign-in can come to', () => {
    const twice = [login(0, 'rejected'), login(60, 'rejected')];
    expect(factsAfter(...twice, login(70, 'accepted')).facts.refusals).toEqual([]);
    expect(factsAfter(...twice, page(70, 'home')).facts.refusals).toEqual([]);
    expect(refusals(...twice, login(70, 'challenged'))).toBe(2);
    expect(refusals(...twice, login(70, 'error'))).toBe(2);
  });

  it('is not answered by getting into another account', () => {
    const log = [ended(0, 'server', mine), login(10, 'rejected'), started(60, others)];
    expect(refusals(...log)).toBe(1);
    expect(refusals(...log, login(61, 'accepted'))).toBe(1);
    expect(refusals(...log, page(62, 'home'))).toBe(1);
    expect(refusals(...log, started(90, mine))).toBe(0);
    expect(refusals(...log, started(90))).toBe(0);
  });

  it('is remembered twenty times at most', () => {
    expect(refusals(...Array.from({ length: 25 }, (_, i) => login(i * 60, 'rejected')))).toBe(20);
  });

  it('told twice answers an error before them, told once since it does not', () => {
    const error = login(100, 'error');
    const fails = (...log: Observation[]) => factsAfter(error, ...log).facts.signs.has('login:error');
    expect(fails(login(110, 'rejected'), login(220.001, 'rejected'))).toBe(false);
    expect(fails(login(110, 'rejected'))).toBe(true);
    expect(fails(login(100, 'rejected'), login(230, 'rejected'))).toBe(true);
  });

  it('told twice right after an error answers it only where a feed calls the service healthy', () => {
    const log = [login(100, 'error'), login(110, 'rejected'), login(220, 'rejected')];
    const fails = (...before: Observation[]) => factsAfter(...before, ...log).facts.signs.has('login:error');
    expect(fails()).toBe(true);
    expect(fails(feed(90, 'degraded'))).toBe(true);
    expect(fails(feed(90, 'operational'))).toBe(false);
  });
});

describe('what comes of a sign-in', () => {
  it('shows that the network works, whatever it is', () => {
    for (const outcome of ['rejected', 'accepted', 'error', 'challenged'])
      expect(networkKnownBad(factsAfter(network(0, 'offline'), login(10, outcome)).world)).toBe(false);
  });

  it('is being in when it is accepted, and only then: a sign-in page is a loss after it', () => {
    expect(factsAfter(login(0, 'accepted'), page(60, 'login')).opens).toEqual(['facebook']);
    for (const outcome of ['rejected', 'error', 'challenged'])
      expect(factsAfter(login(0, outcome), page(60, 'login')).opens).toEqual([]);
  });

  it('is a failure inside when it is an error, so that an open front door is no success', () => {
    const knock = request(10, 'ok', { purpose: 'probe' });
    expect(factsAfter(login(0, 'error'), knock).facts.lastSuccessAt).toBe(-Infinity);
    expect(factsAfter(login(0, 'challenged'), knock).facts).toMatchObject({
      lastFailureAt: -Infinity,
      lastSuccessAt: at(10),
    });
  });
});

describe('an outage that the feed knows', () => {
  const inTrouble = (...log: Observation[]) => factsAfter(...log).facts.signs.get('refused-in-trouble');

  it('excuses what was refused in the half hour before', () => {
    const [early, late] = [login(0, 'rejected'), feed(30 * MINUTE, 'outage')];
    expect(inTrouble(early, late)).toMatchObject({ count: 1, last: at(0) });
    expect(refusals(early, late)).toBe(0);
    expect(inTrouble(early, feed(30 * MINUTE + 1, 'outage'))).toBeUndefined();
    expect(refusals(early, feed(30 * MINUTE + 1, 'outage'))).toBe(1);
  });

  it('excuses no more than that of several', () => {
    const log = [login(0, 'rejected'), login(60, 'rejected'), login(HOUR, 'rejected')];
    const { facts } = factsAfter(...log, feed(HOUR + 10, 'outage'));
    expect(facts.refusals).toEqual([at(0), at(60)]);
    expect(facts.signs.get('refused')).toMatchObject({ count: 2, last: at(60) });
  });

  it('adds up with what an earlier one excused, as of the last refusal', () => {
    const log = [login(0, 'rejected'), feed(10, 'outage'), feed(700, 'operational'), login(800, 'rejected')];
    expect(inTrouble(...log, feed(810, 'outage'))).toMatchObject({ count: 2, last: at(800) });
  });

  it('excuses while it lasts, and a degraded service excuses nothing', () => {
    expect(refusals(feed(0, 'outage'), login(10, 'rejected'))).toBe(0);
    expect(refusals(feed(0, 'outage'), login(600, 'rejected'))).toBe(1);
    expect(refusals(feed(0, 'degraded'), login(10, 'rejected'))).toBe(1);
  });
});

describe('a password refused everywhere', () => {
  const said = [answer(900, 'changed-password-yourself', 'no'), answer(901, 'works-on-another-device', 'no')];
  const twice = [login(600, 'rejected'), login(660, 'rejected')];
  const healthy = feed(800, 'operational');
  const everywhere = (...log: Observation[]): boolean => factsAfter(...log).facts.refusedEverywhere;

  it('stands where it was refused twice, nothing was changed, and the service is healthy', () => {
    expect(everywhere(...twice, healthy, ...said)).toBe(true);
    expect(everywhere(login(600, 'rejected'), healthy, ...said)).toBe(false);
    expect(everywhere(...twice, feed(800, 'degraded'), ...said)).toBe(false);
    expect(everywhere(...twice, ...said)).toBe(false);
  });

  it.each([
    ['an error page', page(670, 'error')],
    ['a page that says unavailable', page(670, 'unavailable')],
    ['errors in a row', request(670, 'server-error', { count: 2 })],
    ['an error after signing in', login(670, 'error')],
  ])('does not begin to stand after %s, until the service works again', (_what, failure) => {
    expect(everywhere(...twice, failure, healthy, ...said)).toBe(false);
    expect(everywhere(...twice, failure, request(680, 'ok'), healthy, ...said)).toBe(true);
    expect(everywhere({ ...failure, at: login(100, 'error').at }, ...twice, healthy, ...said)).toBe(true);
    expect(everywhere({ ...failure, at: login(630, 'error').at }, ...twice, healthy, ...said)).toBe(false);
  });

  it('counts no refusal of the very moment of a failure', () => {
    expect(everywhere(page(600, 'error'), ...twice, healthy, ...said)).toBe(false);
  });

  it('ends with an outage that excuses one of two, not with one that leaves two', () => {
    const early = [login(-HOUR, 'rejected'), login(-HOUR + 60, 'rejected')];
    const long = [feed(-HOUR - 1, 'operational'), ...early, login(600, 'rejected')];
    expect(everywhere(...long, healthy, ...said, feed(910, 'outage'))).toBe(true);
    expect(everywhere(...twice, healthy, ...said, feed(910, 'outage'))).toBe(false);
    expect(everywhere(...long.slice(2), healthy, ...said, feed(910, 'outage'))).toBe(false);
  });

  it('needs a feed that calls the service healthy at the refusals, or within half an hour of them', () => {
    const answered = [
      answer(661, 'changed-password-yourself', 'no'),
      answer(662, 'works-on-another-device', 'no'),
    ];
    const told = (seconds: number) => everywhere(...twice, ...answered, feed(seconds, 'operational'));
    expect(told(600 + 30 * MINUTE)).toBe(true);
    expect(told(600 + 30 * MINUTE + 1)).toBe(false);
    expect(told(2 * HOUR)).toBe(false);
    // Then again, and by a service that is known to be healthy.
    const later = [feed(2 * HOUR, 'operational'), login(2 * HOUR + 10, 'rejected')];
    expect(everywhere(...twice, ...answered, ...later)).toBe(false);
    expect(everywhere(...twice, ...answered, ...later, login(2 * HOUR + 60, 'rejected'))).toBe(true);
    // Known to be healthy then, and asked about long after.
    const asked = [
      answer(2 * HOUR, 'changed-password-yourself', 'no'),
      answer(2 * HOUR, 'works-on-another-device', 'no'),
    ];
    expect(everywhere(feed(590, 'operational'), ...twice, feed(2 * HOUR - 1, 'operational'), ...asked)).toBe(
      true,
    );
  });

  it('begins to stand only while a feed calls the service healthy', () => {
    const later = [
      answer(2 * HOUR, 'changed-password-yourself', 'no'),
      answer(2 * HOUR, 'works-on-another-device', 'no'),
    ];
    expect(everywhere(...twice, healthy, ...later)).toBe(false);
    expect(everywhere(...twice, healthy, feed(850, 'degraded'), ...said)).toBe(false);
    expect(everywhere(...twice, healthy, ...later, feed(2 * HOUR + 1, 'operational'))).toBe(true);
  });

  it('counts no refusal while a feed told of trouble, whatever it says soon after', () => {
    expect(everywhere(feed(590, 'degraded'), ...twice, healthy, ...said)).toBe(false);
    expect(everywhere(feed(590, 'unknown'), ...twice, healthy, ...said)).toBe(true);
    expect(
      everywhere(feed(590, 'degraded'), login(600, 'rejected'), healthy, login(810, 'rejected'), ...said),
    ).toBe(false);
    const again = [healthy, login(810, 'rejected'), login(870, 'rejected')];
    expect(everywhere(feed(590, 'degraded'), ...twice, ...again, ...said)).toBe(true);
  });

  it('stands on when the word of the feed has run out, and ends with another answer', () => {
    expect(everywhere(...twice, healthy, ...said, page(HOUR, 'login'))).toBe(true);
    expect(everywhere(...twice, healthy, ...said, answer(950, 'changed-password-yourself', 'yes'))).toBe(
      false,
    );
    expect(everywhere(...twice, healthy, ...said, answer(950, 'works-on-another-device', 'yes'))).toBe(false);
  });
});

describe('a password refused twice that was not changed', () => {
  const twice = [login(0, 'rejected'), login(60, 'rejected')];
  const denied = (...answers: Observation[]) => {
    const { facts } = factsAfter(...twice, ...answers);
    return [refusedAndUnchanged(facts), wasRefusedAndUnchanged(facts)];
  };
  const changed = (word: string) => answer(100, 'changed-password-yourself', word);
  const elsewhere = (word: string) => answer(101, 'works-on-another-device', word);

  it('is what the person says, or that it is refused on another device', () => {
    expect(denied()).toEqual([false, false]);
    expect(denied(changed('no'))).toEqual([true, true]);
    expect(denied(elsewhere('no'))).toEqual([true, true]);
    expect(denied(elsewhere('yes'))).toEqual([false, false]);
    expect(denied(changed('yes'), elsewhere('no'))).toEqual([false, false]);
    expect(denied(changed('unsure'), elsewhere('no'))).toEqual([true, true]);
  });

  it('is over with getting in, and was so all the same', () => {
    const { facts } = factsAfter(...twice, changed('no'), login(200, 'accepted'));
    expect([refusedAndUnchanged(facts), wasRefusedAndUnchanged(facts)]).toEqual([false, true]);
  });

  it('is still refused once, or twice at most, unless the person changed it', () => {
    expect(stillRefused(factsAfter().facts)).toBe(0);
    expect(stillRefused(factsAfter(login(0, 'rejected')).facts)).toBe(1);
    expect(stillRefused(factsAfter(...twice).facts)).toBe(2);
    expect(stillRefused(factsAfter(...twice, login(120, 'rejected')).facts)).toBe(2);
    expect(stillRefused(factsAfter(...twice, changed('yes')).facts)).toBe(0);
    expect(stillRefused(factsAfter(...twice, changed('no')).facts)).toBe(2);
  });
});
