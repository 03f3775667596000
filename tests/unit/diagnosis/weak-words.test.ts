import { describe, expect, it } from 'vitest';
import { SAYS_SOMETHING } from '../../../lib/diagnosis/numbers/likelihoods.ts';
import { at, ended, feed, incident, verdict } from './log-builder.ts';

const said = (confidence: number): string => verdict([ended(1), feed(2, 'outage', { confidence })], 2).cause;

describe('a word that counts for less than a tenth', () => {
  it('is no sign that explains a bare logout; a tenth is one', () => {
    expect(said(SAYS_SOMETHING / 5)).toBe('unclear');
    expect(said(SAYS_SOMETHING - 1e-9)).toBe('unclear');
    expect(said(SAYS_SOMETHING)).not.toBe('unclear');
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
