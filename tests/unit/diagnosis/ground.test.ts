import { describe, expect, it } from 'vitest';
import { decide } from '../../../lib/diagnosis/decide.ts';
import { asSet, byTime } from '../../../lib/diagnosis/facts/in-order.ts';
import { emptyFold, readSet } from '../../../lib/diagnosis/fold/incident-fold.ts';
import { momentsOf } from '../../../lib/diagnosis/fold/moments.ts';
import { sceneOf } from '../../../lib/diagnosis/fold/scene.ts';
import { groundOf, type Ground } from '../../../lib/diagnosis/ground.ts';
import { CONFIDENT_FROM, LIKELY_FROM, WATCH_FROM } from '../../../lib/diagnosis/numbers/costs.ts';
import { rulesFor } from '../../../lib/diagnosis/safety-rules.ts';
import { CAUSES, type Cause } from '../../../lib/model/cause.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { answer, ended, feed, login, network, page, request, started } from './log-builder.ts';

/** What the rules go by after the last observation, in Facebook's open incident. */
const ground = (...log: Observation[]): Ground => {
  const fold = emptyFold();
  const timed = byTime(log);
  for (const { at, set } of momentsOf(timed, () => Infinity)) readSet(fold, asSet(set), at);
  const incident = fold.open.get('facebook');
  if (!incident) throw new Error('no incident');
  return groundOf(sceneOf(fold, incident, timed.at(-1)?.at ?? 0));
};
const lone = ended(0);

describe('what the rules go by', () => {
  it('is whether the person was last seen to be in', () => {
    expect(ground(lone).seenSignedIn).toBe(false);
    expect(ground(page(0, 'error')).seenSignedIn).toBe(false);
    expect(ground(lone, started(60)).seenSignedIn).toBe(true);
  });

  it('is whether refusals came only while an outage was known', () => {
    const known = feed(1, 'outage');
    expect(ground(lone, known).refusalsExcused).toBe(false);
    expect(ground(lone, known, login(2, 'rejected')).refusalsExcused).toBe(true);
    expect(ground(lone, login(2, 'rejected')).refusalsExcused).toBe(false);
    expect(ground(lone, known, login(2, 'rejected'), login(700, 'rejected')).refusalsExcused).toBe(false);
  });

  it('is how often the password was refused, and whether it was changed', () => {
    const twice = [lone, login(10, 'rejected'), login(60, 'rejected')];
    expect(ground(...twice.slice(0, 2)).refused).toBe(1);
    expect(ground(...twice)).toMatchObject({ refused: 2, refusedAndUnchanged: false });
    const unchanged = [...twice, answer(70, 'changed-password-yourself', 'no')];
    expect(ground(...unchanged)).toMatchObject({ refusedAndUnchanged: true, wasRefusedAndUnchanged: true });
    expect(ground(...unchanged, login(80, 'accepted'))).toMatchObject({
      refused: 0,
      refusedAndUnchanged: false,
      wasRefusedAndUnchanged: true,
    });
  });

  it('is whether a feed that holds says something', () => {
    expect(ground(lone).feedSpeaks).toBe(false);
    expect(ground(lone, feed(1, 'operational')).feedSpeaks).toBe(true);
    expect(ground(lone, feed(1, 'unknown')).feedSpeaks).toBe(false);
    expect(ground(lone, feed(1, 'outage'), page(601, 'login')).feedSpeaks).toBe(false);
  });

  it('is the network, bad or good, and what blocks the service', () => {
    expect(ground(lone)).toMatchObject({ networkComesFirst: false, networkGood: false });
    expect(ground(lone, network(1, 'online')).networkGood).toBe(true);
    expect(ground(lone, network(1, 'offline')).networkComesFirst).toBe(true);
    expect(ground(lone, request(1, 'blocked')).networkComesFirst).toBe(true);
    expect(ground(lone, request(1, 'blocked'), page(2, 'login')).networkComesFirst).toBe(false);
  });

  it('is direct evidence, and getting in where nothing stood in the way', () => {
    expect(ground(lone).directEvidence).toBe(false);
    expect(ground(lone, page(1, 'old-password')).directEvidence).toBe(true);
    expect(ground(lone, login(60, 'accepted')).gotInAtOnce).toBe(true);
    expect(ground(lone, page(1, 'error'), login(60, 'accepted')).gotInAtOnce).toBe(false);
  });
});

describe('the limits from which on something is said', () => {
  const nothing = ground(lone);
  /** What is said of an outage with that probability, and that of a break-in. */
  const said = (outage: number, breakIn = 0) => {
    const rest = (1 - outage - breakIn) / (CAUSES.length - 2);
    const of: { [cause in Cause]?: number } = { outage, 'account-compromise': breakIn };
    const rules = { ...rulesFor(nothing, new Set(['feed-outage'])), mostCertain: () => 'confident' as const };
    return decide(
      CAUSES.map((cause) => of[cause] ?? rest),
      rules,
      new Set(),
      null,
    );
  };

  it('belong to what they begin', () => {
    expect(said(CONFIDENT_FROM).certainty).toBe('confident');
    expect(said(CONFIDENT_FROM - 1e-9).certainty).toBe('likely');
    expect(said(LIKELY_FROM).certainty).toBe('likely');
    expect(said(LIKELY_FROM - 1e-9).certainty).toBe('unsure');
    expect(said(0.97, WATCH_FROM).alarm).toBe('watch');
    expect(said(0.97, WATCH_FROM - 1e-9).alarm).toBe('none');
  });
});
