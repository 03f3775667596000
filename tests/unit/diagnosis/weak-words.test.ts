import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../lib/diagnosis/diagnose.ts';
import { byTime } from '../../../lib/diagnosis/facts/in-order.ts';
import { emptyFold, readSet } from '../../../lib/diagnosis/fold/incident-fold.ts';
import { sceneOf } from '../../../lib/diagnosis/fold/scene.ts';
import { SAYS_SOMETHING } from '../../../lib/diagnosis/numbers/likelihoods.ts';
import { at, ended, feed, incident, verdict } from './log-builder.ts';

/** Whether the rules have a word of an outage to go by. */
const isSign = (confidence: number): boolean => {
  const fold = emptyFold();
  for (const one of byTime([ended(1), feed(2, 'outage', { confidence })])) readSet(fold, [one], one.at);
  const incident = fold.open.get('facebook');
  return incident !== undefined && diagnose(sceneOf(fold, incident, at(2)), null).kinds.has('feed-outage');
};

describe('a word that counts for less than a tenth', () => {
  it('is no sign for the rules; a tenth is one', () => {
    expect([SAYS_SOMETHING / 5, SAYS_SOMETHING - 1e-9, SAYS_SOMETHING].map(isSign)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('is none as soon as its age has made it so little, though nothing else was seen', () => {
    const log = [feed(0, 'outage', {}, { ttl: 330 }), ended(0)];
    const changes = incident(log, 301)?.verdicts.map((one) => [Date.parse(one.at), one.verdict.cause]);
    expect(changes).toEqual([
      [at(0), 'outage'],
      [at(300), 'unclear'],
    ]);
    expect(verdict(log, 301).reasons.map(({ evidence }) => evidence)).toContain('feed-outage');
  });
});
