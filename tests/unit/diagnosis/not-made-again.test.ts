import { describe, expect, it } from 'vitest';
import { collectAgain, collectEvidence } from '../../../lib/diagnosis/collect-evidence.ts';
import { byTime } from '../../../lib/diagnosis/facts/in-order.ts';
import { emptyFold, readSet, rediagnose, type Fold } from '../../../lib/diagnosis/fold/incident-fold.ts';
import { momentsOf } from '../../../lib/diagnosis/fold/moments.ts';
import type { OpenIncident } from '../../../lib/diagnosis/fold/open-incident.ts';
import { sceneOf } from '../../../lib/diagnosis/fold/scene.ts';
import { EVERYTHING, REQUESTS } from '../../../lib/diagnosis/what-changed.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import type { ServiceId } from '../../../lib/model/service-id.ts';
import { answer, at, ended, feed, login, network, page, request, seen } from './log-builder.ts';

const of = (service: ServiceId, one: Observation): Observation => ({ ...one, service }) as Observation;

const read = (log: readonly Observation[], fold = emptyFold()): { fold: Fold; incident: OpenIncident } => {
  for (const moment of momentsOf(byTime(log), () => Infinity)) {
    readSet(fold, moment.set, moment.at);
    rediagnose(fold, moment.at, moment.set);
  }
  const incident = fold.open.get('facebook');
  if (!incident) throw new Error('no incident');
  return { fold, incident };
};

/** The diagnosis before and after more was seen. */
const beforeAndAfter = (log: readonly Observation[], ...more: readonly Observation[]) => {
  const { fold, incident } = read(log);
  const before = incident.last;
  read(more, fold);
  if (!before || !incident.last) throw new Error('no diagnosis');
  return { before, after: incident.last };
};

const known = [
  request(0, 'ok'),
  feed(1, 'operational', {}, { ttl: 900 }),
  ended(2),
  page(3, 'login'),
  answer(4, 'works-on-another-device', 'no'),
  of('x', page(5, 'home')),
];

describe('a diagnosis holds, and none is made anew', () => {
  it.each<[string, Observation]>([
    ['a page of another owner’s service', of('x', page(9, 'home'))],
    ['an answer about another owner’s service', of('x', answer(9, 'works-on-another-device', 'no'))],
    ['the same page once more', page(9, 'login')],
    ['a request that works once more', request(9, 'ok')],
    [
      'an official page that says that all is well',
      seen(9, { kind: 'official', source: 'metastatus', status: 'operational', statusAt: ended(9).at }),
    ],
    ['a feed that cannot be read', seen(9, { kind: 'feed', state: 'unreachable' })],
    [
      'a step of a linked service that says nothing',
      of('instagram', seen(9, { kind: 'logout', scope: 'here' })),
    ],
  ])('at %s', (_, more) => {
    const { before, after } = beforeAndAfter(known, more);
    expect(after).toBe(before);
  });

  it('at a moment at which nothing was seen and nothing has aged', () => {
    const { fold, incident } = read([ended(0)]);
    const before = incident.last;
    rediagnose(fold, at(60), []);
    expect(incident.last).toBe(before);
  });
});

describe('what the rules say holds', () => {
  it('while the same kinds of evidence are there, however they weigh', () => {
    const { before, after } = beforeAndAfter(
      known,
      feed(9, 'operational', { confidence: 0.6 }, { ttl: 900 }),
    );
    expect(after.posterior.probabilities).not.toEqual(before.posterior.probabilities);
    expect(after.rules).toBe(before.rules);
  });

  it.each<[string, readonly Observation[], Observation]>([
    ['one kind more', known, login(9, 'error')],
    ['one kind less', known, feed(9, 'unknown', {}, { ttl: 900 })],
    ['another kind in its place', known, feed(9, 'degraded', {}, { ttl: 900 })],
    ['one that no longer counts', known, feed(9, 'operational', { confidence: 0.01 }, { ttl: 900 })],
    ['another ground', known, network(9, 'offline')],
  ])('but not with %s', (_, log, more) => {
    const { before, after } = beforeAndAfter(log, more);
    expect(after.rules).not.toBe(before.rules);
  });
});

describe('collecting again', () => {
  it('looks at no feed and at no linked service where only a request was seen', () => {
    const { fold, incident } = read(known);
    const scene = sceneOf(fold, incident, at(10));
    const before = collectEvidence(scene);
    const clocked = {
      ...scene,
      get at(): number {
        throw new Error('What only a feed and linked services depend on was looked at.');
      },
    };
    expect(() => collectEvidence(clocked)).toThrow();
    expect(collectAgain(clocked, before, REQUESTS)).toBe(before);
  });

  it('leaves what was collected before as it was', () => {
    const { fold, incident } = read(known);
    const before = collectEvidence(sceneOf(fold, incident, at(10)));
    const copy = structuredClone(before);
    readSet(fold, [{ at: at(11), seen: request(11, 'server-error') }], at(11));
    expect(collectAgain(sceneOf(fold, incident, at(11)), before, EVERYTHING)).not.toEqual(copy);
    expect(before).toEqual(copy);
  });
});
