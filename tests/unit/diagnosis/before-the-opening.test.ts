import { describe, expect, it } from 'vitest';
import { foldUpTo } from '../../../lib/diagnosis/assess.ts';
import { emptyFold, readSet } from '../../../lib/diagnosis/fold/incident-fold.ts';
import { sceneOf } from '../../../lib/diagnosis/fold/scene.ts';
import { groundOf } from '../../../lib/diagnosis/ground.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { evidenceOf, kindsOf } from './evidence-of.ts';
import { at, ended, feed, incident, login, network, page, request, seen, started } from './log-builder.ts';

/** How often the password counts as refused, for the rules, when Facebook's incident opens with the last of these. */
const refused = (...log: readonly Observation[]): number => {
  const now = Math.max(...log.map((one) => Date.parse(one.at)));
  const fold = foldUpTo(log, now);
  const incident = fold.open.get('facebook');
  if (!incident) throw new Error('no incident');
  return groundOf(sceneOf(fold, incident, now)).refused;
};
const rejected = (...times: readonly number[]): Observation[] => times.map((time) => login(time, 'rejected'));

describe('refusals before an incident opens', () => {
  it('count for a quarter of an hour, each by itself', () => {
    expect(refused(...rejected(0), ended(900))).toBe(1);
    expect(refused(...rejected(0), ended(901))).toBe(0);
    expect(refused(...rejected(0, 100), ended(1000))).toBe(1);
    expect(refused(...rejected(0, 100, 200), ended(1000))).toBe(2);
  });
});

describe('errors before an incident opens', () => {
  const errors = (...log: readonly Observation[]) =>
    evidenceOf(log).find(({ kind }) => kind === 'server-errors')?.detail;
  const opened = [request(1000, 'server-error'), page(1010, 'error')];

  it('are counted anew where nothing came of those long before', () => {
    expect(errors(request(0, 'server-error'), ...opened)).toEqual({ count: 1 });
    expect(errors(request(200, 'server-error'), ...opened)).toEqual({ count: 2 });
  });

  it('count for a quarter of an hour before the opening, also where it is the network that opens it', () => {
    const offline = [request(940, 'dns'), network(1000, 'offline')];
    expect(kindsOf([login(100, 'error'), ...offline])).toContain('sign-in-error');
    expect(kindsOf([login(99, 'error'), ...offline])).not.toContain('sign-in-error');
  });
});

describe('what was seen long before, while nothing is open', () => {
  const keeps = (...log: readonly Observation[]): boolean => {
    const fold = foldUpTo([login(0, 'error'), ...log], at(3600));
    return fold.world.services.get('facebook')?.signs.has('login:error') ?? false;
  };

  it.each<[string, Observation]>([
    ['a feed', feed(1000, 'operational')],
    [
      'an official word',
      seen(1000, {
        kind: 'official',
        source: 'metastatus',
        status: 'outage',
        statusAt: login(0, 'error').at,
      }),
    ],
    ['a request that works', request(1000, 'ok')],
  ])(
    'is not gone through at %s, of which many come in a day, but at the next sign that is counted',
    (_, one) => {
      expect(keeps(one)).toBe(true);
      expect(keeps(one, request(1010, 'client-error'))).toBe(false);
      expect(keeps(one, login(1010, 'rejected'))).toBe(false);
    },
  );
});

describe('the person’s own sign-out', () => {
  const out = seen(0, { kind: 'logout', scope: 'here' });

  it('is the reason for being out for as long as they are out by it', () => {
    expect(kindsOf([out, page(3600, 'error')])).toContain('logged-out-here');
  });

  it('is none once they were in again, a quarter of an hour later', () => {
    expect(kindsOf([out, started(1000), page(3600, 'error')])).not.toContain('logged-out-here');
  });
});

describe('a session that is lost', () => {
  const offline = (from: number): Observation[] => [network(from, 'offline'), network(from + 40, 'online')];

  it('was not lost by the network, though that was bad just then and something had failed', () => {
    expect(kindsOf([request(0, 'dns'), ...offline(20)])).toContain('network-was-bad');
    expect(kindsOf([request(0, 'dns'), ended(10), ...offline(20)])).not.toContain('network-was-bad');
  });

  it('is not back because requests work, also where it is lost in the middle of an incident', () => {
    const failing = [page(0, 'home'), request(10, 'server-error', { count: 4 })];
    const works = request(60, 'ok', { count: 5 });
    expect(incident([...failing, works], 3600)?.closedAt).toBe(at(120));
    expect(incident([...failing, page(20, 'login'), works], 3600)?.closedAt).toBeNull();
  });
});

describe('what is seen of the browser', () => {
  it('makes up no service', () => {
    const fold = emptyFold();
    const clearing = seen(5, { service: null, kind: 'clearing', sites: 3 });
    for (const one of [network(0, 'offline'), clearing])
      readSet(fold, [{ at: Date.parse(one.at), seen: one }], Date.parse(one.at));
    expect([...fold.world.services.keys()]).toEqual([]);
  });
});
