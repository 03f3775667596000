import { describe, expect, it } from 'vitest';
import { SINGLE_ERROR } from '../../../lib/diagnosis/numbers/likelihoods.ts';
import {
  LOG_LIKELIHOODS,
  LOG_LINKED_GONE_UNSEEN,
  LOG_LINKED_UNREACHABLE,
  LOG_REFUSED,
  LOG_WORKS_AT_LAST,
} from '../../../lib/diagnosis/numbers/log-likelihoods.ts';
import type { EvidenceKind } from '../../../lib/model/evidence.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { evidenceOf, kindsOf } from './evidence-of.ts';
import { answer, ended, feed, login, network, page, request, seen, started } from './log-builder.ts';

const of = (service: string, one: Observation): Observation => ({ ...one, service }) as Observation;
const ofKind = (kind: EvidenceKind, ...log: readonly Observation[]) =>
  evidenceOf(log).find((one) => one.kind === kind);

describe('a linked service', () => {
  const insta = (one: Observation) => of('instagram', one);

  it('whose session went too tells little where both went unseen', () => {
    const row = (here: string, there: string) =>
      ofKind('linked-service-signed-out', ended(0, here), insta(ended(1, there)));
    expect(row('unknown', 'unknown')?.row).toBe(LOG_LINKED_GONE_UNSEEN);
    for (const [here, there] of [
      ['server', 'unknown'],
      ['unknown', 'server'],
      ['server', 'server'],
    ] as const)
      expect(row(here, there)?.row).toBe(LOG_LIKELIHOODS['linked-service-signed-out']);
    expect(row('server', 'server')?.detail).toEqual({ service: 'instagram' });
    const both = [insta(ended(1, 'unknown')), insta(started(2)), insta(ended(3, 'server'))];
    expect(ofKind('linked-service-signed-out', ended(0, 'unknown'), ...both)?.row).toBe(
      LOG_LIKELIHOODS['linked-service-signed-out'],
    );
  });

  it('that fails tells less where it was only not reached, by what else is known of the line', () => {
    const failing = (...log: readonly Observation[]) => ofKind('linked-service-failing', ended(0), ...log);
    const twice = (outcome: string) => insta(request(1, outcome, { count: 2 }));
    const whole = LOG_LIKELIHOODS['linked-service-failing'];
    expect(failing(twice('server-error'))?.row).toBe(whole);
    expect(failing(twice('server-error'))?.detail).toEqual({ service: 'instagram' });
    for (const outcome of ['timeout', 'tls']) {
      expect(failing(twice(outcome))?.row).toBe(LOG_LINKED_UNREACHABLE.alone);
      expect(failing(twice(outcome), insta(feed(2, 'outage')))?.row).toBe(LOG_LINKED_UNREACHABLE.inTrouble);
      for (const more of [insta(page(2, 'error')), insta(page(2, 'unavailable')), insta(login(2, 'error'))])
        expect(failing(twice(outcome), more)?.row).toBe(whole);
      expect(failing(twice(outcome), insta(request(2, 'server-error')))?.row).toBe(whole);
    }
    const here = request(1, 'timeout', { count: 2 });
    expect(failing(twice('timeout'), here, of('x', page(3, 'home')))?.row).toBe(whole);
    expect(failing(twice('timeout'), here, of('x', request(3, 'timeout')))?.row).toBe(
      LOG_LINKED_UNREACHABLE.alone,
    );
  });

  it('that works or was broken into is named', () => {
    expect(ofKind('linked-service-healthy', ended(0), insta(page(1, 'home')))?.detail).toEqual({
      service: 'instagram',
    });
    expect(ofKind('linked-service-compromised', ended(0), insta(page(1, 'old-password')))?.detail).toEqual({
      service: 'instagram',
    });
  });
});

describe('services of other owners at the time of a failure', () => {
  const failed = request(200, 'timeout', { count: 2 });
  const others = (...log: readonly Observation[]) =>
    kindsOf([...log, failed]).filter((kind) => kind.startsWith('other-services'));

  it('answer or fail within two minutes of it, and the last of both counts', () => {
    expect(others(of('x', page(80, 'home')))).toEqual(['other-services-answer']);
    expect(others(of('x', page(79, 'home')))).toEqual([]);
    expect(others(of('x', request(80, 'timeout')))).toEqual(['other-services-failing']);
    expect(others(of('x', request(150, 'timeout')), of('x', page(160, 'home')))).toEqual([
      'other-services-answer',
    ]);
    expect(others(of('x', page(150, 'home')), of('x', request(160, 'timeout')))).toEqual([
      'other-services-failing',
    ]);
    expect(others(of('x', page(50, 'home')), of('x', request(60, 'timeout')))).toEqual([]);
    expect(others(of('x', page(150, 'home')), of('site:example.org', request(150, 'timeout')))).toEqual([
      'other-services-answer',
    ]);
  });

  it('tell nothing where nothing failed', () => {
    expect(kindsOf([ended(0), of('x', request(1, 'timeout'))])).not.toContain('other-services-failing');
  });
});

describe('how the service answers', () => {
  it('is a whole sign of its errors from the second on, or where something else failed just before', () => {
    const strength = (...log: readonly Observation[]) => ofKind('server-errors', ended(0), ...log)?.strength;
    expect(strength(request(1, 'server-error'))).toBe(SINGLE_ERROR);
    expect(strength(request(1, 'server-error'), request(500, 'server-error'))).toBe(1);
    expect(strength(request(1, 'timeout'), request(5, 'server-error'))).toBe(1);
  });

  it('is no sign against it where the network was bad, but stands beside that network', () => {
    const failed = [network(0, 'offline'), request(1, 'timeout', { count: 2 })];
    expect(kindsOf([...failed, network(10, 'online')])).toEqual(
      expect.arrayContaining(['unreachable', 'network-was-bad']),
    );
    const out = [network(0, 'offline'), ended(1), request(2, 'dns')];
    expect(kindsOf(out)).toContain('unreachable');
    expect(kindsOf([...out, network(10, 'online')])).not.toContain('unreachable');
  });

  it('is that it works when it did last, but not after a time in which it could not be reached', () => {
    const works = (...log: readonly Observation[]) => ofKind('service-answers', ...log);
    expect(works(page(0, 'error'), request(5, 'ok', { count: 3 }))?.detail).toEqual({ count: 3 });
    expect(works(ended(0), request(1, 'ok'), page(5, 'error'))).toBeUndefined();
    expect(works(ended(0), request(5, 'ok'), request(5, 'server-error'))).toBeUndefined();
    expect(works(request(0, 'timeout', { count: 2 }), request(5, 'ok'))).toBeUndefined();
    expect(works(request(0, 'tls', { count: 2 }), request(5, 'ok'))).toBeUndefined();
  });
});

describe('the end of a session', () => {
  it('is told with how many sites were cleared, how often it ended, and after how long', () => {
    const clearing = seen(1, { service: null, kind: 'clearing', sites: 3 });
    expect(ofKind('data-cleared', ended(0, 'browser'), clearing)?.detail).toEqual({ count: 3 });
    const again = [ended(0), started(60), ended(100), started(130), ended(190)];
    expect(ofKind('signed-out-again', ...again)?.detail).toEqual({ count: 3, seconds: 90 });
  });

  it('shows in a sign-in page or a public one where somebody was in, or says that they were', () => {
    expect(kindsOf([started(0), page(5, 'public')])).toContain('login-page');
    const said = answer(5, 'was-signed-in', 'yes');
    expect(kindsOf([page(0, 'login'), said])).toContain('login-page');
    expect(kindsOf([page(0, 'login'), answer(5, 'was-signed-in', 'no')])).not.toContain('login-page');
  });
});

describe('a sign-in', () => {
  it('that is refused weighs by how often, and little where the person changed the password', () => {
    const row = (...log: readonly Observation[]) => ofKind('sign-in-refused', ended(0), ...log)?.row;
    const [once, twice] = [login(20, 'rejected'), login(60, 'rejected')];
    expect(row(once)).toBe(LOG_LIKELIHOODS['sign-in-refused']);
    expect(row(once, twice)).toBe(LOG_REFUSED.twice);
    expect(row(once, twice, answer(70, 'changed-password-yourself', 'yes'))).toBe(LOG_REFUSED.explained);
    expect(row(once, twice, answer(70, 'changed-password-yourself', 'no'))).toBe(LOG_REFUSED.twice);
    expect(row(once, twice, answer(70, 'works-on-another-device', 'yes'))).toBe(LOG_REFUSED.twice);
  });

  it('that works says that it is over where something was in the way, and more where nothing was', () => {
    const works = (...log: readonly Observation[]) => ofKind('sign-in-works', ended(0), ...log, started(60));
    expect(works()?.row).toBe(LOG_LIKELIHOODS['sign-in-works']);
    expect(works(page(5, 'error'))?.row).toBe(LOG_WORKS_AT_LAST);
    expect(works(page(5, 'error'))?.detail).toEqual({ count: 1 });
    expect(kindsOf([ended(0), page(5, 'error')])).not.toContain('sign-in-works');
  });
});
