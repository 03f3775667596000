import { describe, expect, it } from 'vitest';
import { byTime } from '../../../lib/diagnosis/facts/in-order.ts';
import { emptyFold, readSet, rediagnose } from '../../../lib/diagnosis/fold/incident-fold.ts';
import { momentsOf } from '../../../lib/diagnosis/fold/moments.ts';
import { changedSince } from '../../../lib/diagnosis/fold/touched.ts';
import {
  COMES_FIRST,
  KNOWN_BAD,
  KNOWN_GOOD,
  LINKED,
  NETWORK,
  OTHERS_ANSWER,
  OTHERS_FAIL,
  OWN,
  REQUESTS,
  SIGNS,
  WORDS,
} from '../../../lib/diagnosis/what-changed.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import type { ServiceId } from '../../../lib/model/service-id.ts';
import { answer, at, ended, feed, login, network, page, request, seen } from './log-builder.ts';

const of = (service: ServiceId, one: Observation): Observation => ({ ...one, service }) as Observation;
const official = (seconds: number, status: string): Observation =>
  seen(seconds, { kind: 'official', source: 'metastatus', status, statusAt: ended(0).at });

/** What may have changed of the diagnosis after `log` by seeing `more` (or nothing), so many seconds after the start. */
const changed = (log: readonly Observation[], seconds: number, more?: Observation): number => {
  const fold = emptyFold();
  for (const moment of momentsOf(byTime(log), () => Infinity)) {
    readSet(fold, moment.set, moment.at);
    rediagnose(fold, moment.at, moment.set);
  }
  if (more) readSet(fold, [{ at: at(seconds), seen: more }], at(seconds));
  const incident = fold.open.get('facebook');
  if (!incident) throw new Error('no incident');
  return changedSince(fold, incident, at(seconds));
};

/** The word of a feed first loses worth after three minutes and two thirds, and ends after ten minutes. */
const known = [
  request(0, 'ok'),
  feed(1, 'operational'),
  ended(2),
  page(3, 'login'),
  of('x', page(4, 'home')),
];
const outage = feed(1, 'outage', {}, { ttl: 100 });

describe('a diagnosis may be another', () => {
  it.each<[string, number, number, Observation | undefined]>([
    ['in nothing while nothing is seen and nothing has aged', 0, 221, undefined],
    ['in nothing by what is seen of a service of another owner', 0, 9, of('x', page(9, 'login'))],
    [
      'in nothing by what is said of a service of another owner',
      0,
      9,
      of('x', answer(9, 'works-on-another-device', 'no')),
    ],
    ['by what requests tell, and nothing more, after a request', REQUESTS, 9, request(9, 'ok')],
    ['by the words about it, and nothing more, after an official one', WORDS, 9, official(9, 'operational')],
    ['by the words about it, and nothing more, when they have aged', WORDS, 222, undefined],
    ['by anything of its own after a page', OWN, 9, page(9, 'login')],
    ['by anything of its own after an answer', OWN | SIGNS, 9, answer(9, 'works-on-another-device', 'no')],
    ['by anything of its own, and the words, after a feed', OWN | WORDS, 9, feed(9, 'operational')],
    [
      'by anything of its own, and the network, after what is seen of the browser',
      OWN | NETWORK,
      9,
      seen(9, { service: null, kind: 'clearing', sites: 3 }),
    ],
  ])('%s', (_, bits, seconds, more) => {
    expect(changed(known, seconds, more)).toBe(bits);
  });

  it('in nothing after a sign that weighs nothing was taken in', () => {
    expect(changed([...known, page(8, 'public')], 9, of('x', page(9, 'login')))).toBe(0);
  });

  it('by all of its own when the word of a feed ends, since the rules ask whether one speaks', () => {
    expect(changed([ended(0), outage], 100)).toBe(WORDS);
    expect(changed([ended(0), outage], 101)).toBe(OWN | WORDS);
  });

  it('by a linked service when the word of a feed about that ends', () => {
    const log = [ended(0), of('instagram', outage)];
    expect(changed(log, 100.999)).toBe(0);
    expect(changed(log, 101)).toBe(LINKED);
  });

  it('by the network that is found bad or good, or was last known good too long ago', () => {
    const answered = [of('x', page(0, 'home')), ended(1)];
    expect(changed(answered, 120)).toBe(0);
    expect(changed(answered, 120.001)).toBe(KNOWN_GOOD);
    expect(changed([ended(0)], 9, of('x', page(9, 'home')))).toBe(KNOWN_GOOD);
    const bad = [ended(0), network(1, 'offline')];
    expect(changed(bad, 9, of('x', page(9, 'home')))).toBe(KNOWN_BAD | COMES_FIRST | KNOWN_GOOD);
    expect(changed(bad, 9, of('x', feed(9, 'outage')))).toBe(COMES_FIRST | KNOWN_GOOD);
  });

  it('by what others tell of the network at the time of its failure', () => {
    const failing = [network(0, 'online'), request(1, 'dns', { count: 2 })];
    expect(changed(failing, 9, of('x', page(9, 'home')))).toBe(OTHERS_ANSWER);
    expect(changed(failing, 9, of('x', request(9, 'dns')))).toBe(OTHERS_FAIL);
    expect(changed([...failing, of('x', page(9, 'home'))], 10, of('x', page(10, 'login')))).toBe(0);
    const both = [...failing, of('x', page(9, 'home'))];
    expect(changed(both, 10, of('x', request(10, 'dns')))).toBe(OTHERS_ANSWER | OTHERS_FAIL);
  });
});

describe('a linked service tells a diagnosis something', () => {
  const linked = (seconds: number, one: Observation): Observation =>
    of('instagram', { ...one, at: ended(seconds).at });
  const long = [linked(0, page(0, 'error')), linked(1, page(0, 'login')), ended(1000), page(1001, 'login')];
  const healthy = [linked(0, page(0, 'home')), ended(1000)];

  it.each<[string, number, readonly Observation[], Observation]>([
    [
      'whatever is seen of it that cannot come again and again',
      LINKED,
      known,
      linked(9, seen(9, { kind: 'logout', scope: 'here' })),
    ],
    ['whatever its feed says', LINKED, known, linked(9, feed(9, 'operational'))],
    ['by a page that it has not shown yet', LINKED, long, linked(1010, page(0, 'locked'))],
    ['by an error after a long time', LINKED, long, linked(1010, page(0, 'error'))],
    ['by a page that works after a long time', LINKED, healthy, linked(1010, page(0, 'home'))],
    [
      'by direct evidence of the signs that it had',
      LINKED,
      [
        linked(0, feed(0, 'operational')),
        linked(1, ended(0)),
        linked(2, answer(0, 'works-on-another-device', 'no')),
        linked(3, answer(0, 'changed-password-yourself', 'no')),
        linked(40, login(0, 'rejected')),
        ended(50),
      ],
      linked(90, login(0, 'rejected')),
    ],
    ['but not by the same page once more', 0, long, linked(1010, page(0, 'login'))],
    [
      'but not by the same refusal once more',
      0,
      [...long, linked(1010, login(0, 'rejected'))],
      linked(1060, login(0, 'rejected')),
    ],
    [
      'but not by another error soon after',
      0,
      [...long, linked(1010, page(0, 'error'))],
      linked(1020, page(0, 'error')),
    ],
    [
      'but not by another request that works',
      0,
      [...healthy, linked(1010, request(0, 'ok'))],
      linked(1020, request(0, 'ok')),
    ],
    [
      'but not by another page that works soon after',
      0,
      [...healthy, linked(1010, page(0, 'home'))],
      linked(1020, page(0, 'home')),
    ],
  ])('%s', (_, bits, log, more) => {
    const seconds = (Date.parse(more.at) - at(0)) / 1000;
    expect(changed(log, seconds, more) & LINKED).toBe(bits);
  });
});
