import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../lib/model/observation.ts';
import { evidenceOf, kindsOf } from './evidence-of.ts';
import { factsAfter } from './facts-after.ts';
import {
  answer,
  ended,
  feed,
  incident,
  login,
  network,
  page,
  request,
  seen,
  started,
  verdict,
} from './log-builder.ts';

const failing = request(0, 'server-error', { count: 3 });
const MINUTE = 60;

/** How much of the errors counts. */
const strengthOf = (log: readonly Observation[]): number | undefined =>
  evidenceOf(log).find(({ kind }) => kind === 'server-errors')?.strength;

describe('errors that were seen before the session was lost', () => {
  it('count the less the longer before, and half an hour later nothing', () => {
    const after = (minutes: number) => strengthOf([failing, ended(minutes * MINUTE)]);
    expect(after(0)).toBe(1);
    expect([3, 15, 27].map(after)).toEqual(
      [0.9 ** 2, 0.5 ** 2, 0.1 ** 2].map((part) => expect.closeTo(part, 9)),
    );
    expect(after(31)).toBeUndefined();
  });

  it('stay what they were for somebody who then just waits', () => {
    const log = [failing, ended(MINUTE)];
    const { probabilities } = verdict(log, 2 * MINUTE);
    expect(verdict(log, 10 * 3600)).toMatchObject({ cause: 'outage', probabilities });
  });

  it('count in full again once they go on', () => {
    const log = [failing, ended(15 * MINUTE), request(16 * MINUTE, 'server-error')];
    expect(strengthOf(log)).toBe(1);
    expect(incident(log, 20 * MINUTE)?.verdicts.at(-1)?.verdict.cause).toBe('outage');
  });

  it('are no older for an old dialog of somebody who is out already', () => {
    const log = [failing, ended(MINUTE), page(20 * MINUTE, 'session-expired')];
    expect(strengthOf(log)).toBeCloseTo((29 / 30) ** 2, 9);
  });

  it('are older for somebody who was in again and is thrown out once more', () => {
    expect(strengthOf([failing, ended(60), started(70), ended(15 * MINUTE)])).toBeCloseTo(0.25, 9);
  });

  it('do not count where they were not two in a row', () => {
    const once = request(0, 'server-error');
    expect(kindsOf([once, ended(30)])).not.toContain('server-errors');
    expect(kindsOf([once, request(130, 'server-error'), ended(150)])).not.toContain('server-errors');
    expect(kindsOf([request(0, 'dns'), ended(30)])).not.toContain('unreachable');
    expect(strengthOf([once, ended(30), request(60, 'server-error')])).toBe(1);
  });

  it('make no outage of it when they are old, and no routine end either', () => {
    for (const minutes of [12, 16, 20, 24, 28]) {
      const log = [failing, ended(minutes * MINUTE), feed(minutes * MINUTE + 2, 'operational')];
      expect(verdict(log, minutes * MINUTE + 5)).toMatchObject({ cause: 'unclear', alarm: 'watch' });
    }
  });
});

describe('what cannot be reached right after a bad network', () => {
  const flicker = [network(0, 'offline'), network(3, 'online')];

  it('is the line, likely and not more, and no failure of the service', () => {
    const log = [...flicker, request(10, 'dns'), request(12, 'timeout')];
    expect(kindsOf(log)).toEqual(['network-was-bad']);
    expect(verdict(log, 13)).toMatchObject({ cause: 'network', certainty: 'likely', alarm: 'none' });
  });

  it('is the same for a certificate', () => {
    expect(kindsOf([...flicker, request(10, 'tls')])).toEqual(['network-was-bad']);
  });

  it('says nothing of a session that was lost', () => {
    expect(kindsOf([...flicker, request(10, 'dns', { count: 2 }), ended(20)])).not.toContain(
      'network-was-bad',
    );
    expect(kindsOf([...flicker, ended(5), request(10, 'dns', { count: 2 })])).not.toContain(
      'network-was-bad',
    );
  });

  it('speaks against the service again when it goes on', () => {
    const log = [...flicker, request(10, 'dns'), request(12, 'dns'), request(200, 'dns')];
    expect(kindsOf(log)).toContain('unreachable');
    expect(kindsOf(log)).not.toContain('network-was-bad');
  });
});

describe('a linked service in a precaution of its platform', () => {
  const CROWD = { confidence: 0.8, symptoms: { 'forced-logout': 0.9, 'sign-in-works': 0.9 } };
  const toldBy = (entry: object, ...more: Observation[]) => {
    const log = [
      ended(0),
      ended(1, 'server', { service: 'instagram' }),
      seen(2, { ...feed(2, 'degraded', entry), service: 'instagram' }),
      ...more,
    ];
    return evidenceOf(log);
  };
  const kinds = (of: ReturnType<typeof toldBy>) => of.map(({ kind }) => kind);

  it('does not fail: its session ended by the same precaution', () => {
    const told = toldBy(CROWD);
    expect(kinds(told)).not.toContain('linked-service-failing');
    const plain = evidenceOf([ended(0), ended(1, 'server', { service: 'instagram' })]);
    const row = (of: typeof told) => of.find(({ kind }) => kind === 'linked-service-signed-out')?.row;
    expect(row(told)).not.toEqual(row(plain));
  });

  it('is known also by a session that is back, not by one that was there before', () => {
    const out = { confidence: 0.8, symptoms: { 'forced-logout': 0.9 } };
    const back = started(5, { service: 'instagram' });
    expect(kinds(toldBy(out))).toContain('linked-service-failing');
    expect(kinds(toldBy(out, back))).not.toContain('linked-service-failing');
    const others = [started(-5, { service: 'instagram' }), ended(0)];
    const feedOfIt = seen(2, { ...feed(2, 'degraded', out), service: 'instagram' });
    expect(kindsOf([...others, feedOfIt])).toContain('linked-service-failing');
  });

  it('is in trouble where those who were signed out are refused', () => {
    const refused = { confidence: 0.8, symptoms: { 'forced-logout': 0.9, 'sign-in-rejected': 0.5 } };
    expect(kinds(toldBy(refused, started(5, { service: 'instagram' })))).toContain('linked-service-failing');
  });
});

describe('"that was me" (S1)', () => {
  const own = 'changed-contact-yourself';
  const standsAt = (seconds: number) => {
    const log = [page(0, 'contact-changed'), answer(10, own, 'yes'), page(seconds, 'contact-changed')];
    return factsAfter(...log).facts.direct;
  };

  it('covers the same page for ten minutes, and no change that is seen later', () => {
    expect(standsAt(600)).toBe(false);
    expect(standsAt(600.001)).toBe(true);
  });

  it('takes no "it was not me" back', () => {
    const log = [page(0, 'contact-changed'), answer(10, own, 'no')];
    expect(factsAfter(...log, page(5000, 'contact-changed')).facts.answers.get(own)).toBe('no');
  });

  it('is asked about anew, and the last answer counts', () => {
    const log = [page(0, 'contact-changed'), answer(10, own, 'yes'), page(5000, 'contact-changed')];
    const again = verdict(log, 5001);
    expect(again).toMatchObject({ cause: 'account-compromise', alarm: 'act' });
    expect(again.nextChecks).toContainEqual(expect.objectContaining({ question: own }));
    expect(verdict([...log, answer(5010, own, 'yes')], 5011).alarm).not.toBe('act');
    expect(verdict([...log, answer(5010, own, 'yes'), answer(5020, own, 'no')], 5021).alarm).toBe('act');
  });

  it('covers the old password however often it is typed, until they were in with the new one', () => {
    const typed = (...before: Observation[]) =>
      factsAfter(
        ended(0),
        page(5, 'old-password'),
        answer(10, 'changed-password-yourself', 'yes'),
        ...before,
        page(5000, 'old-password'),
      ).facts.direct;
    expect(typed()).toBe(false);
    expect(typed(page(3000, 'old-password'))).toBe(false);
    expect(typed(login(3000, 'accepted'))).toBe(true);
  });
});

describe('one word of an outage after another (S6)', () => {
  it('takes nothing back of what an earlier word says beside them', () => {
    const first = [
      ended(0),
      feed(1, 'degraded', { confidence: 0.8 }),
      feed(20, 'outage', { confidence: 0.9 }),
    ];
    const p = (log: readonly Observation[]) => verdict(log, 60).probabilities['account-compromise'] ?? 1;
    expect(p([...first, feed(50, 'outage', { confidence: 0.95 })])).toBeLessThanOrEqual(p(first));
  });
});
