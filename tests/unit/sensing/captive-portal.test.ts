import { describe, expect, it } from 'vitest';
import { isCaptive, withWitness } from '../../../lib/sensing/connectivity/captive-portal.ts';

const AT = 1_700_000_000_000;

describe('a captive portal', () => {
  it('needs two witnesses', () => {
    const one = withWitness([], { at: AT, witness: 'facebook' });
    expect(isCaptive(one)).toBe(false);
    expect(isCaptive(withWitness(one, { at: AT + 1, witness: 'facebook' }))).toBe(false);
    expect(isCaptive(withWitness(one, { at: AT + 1, witness: 'feed' }))).toBe(true);
    expect(isCaptive(withWitness(one, { at: AT + 1, witness: 'instagram' }))).toBe(true);
  });

  it('is not made of the feed alone, nor of witnesses far apart', () => {
    expect(isCaptive(withWitness([], { at: AT, witness: 'feed' }))).toBe(false);
    const late = withWitness([{ at: AT, witness: 'facebook' }], { at: AT + 3 * 60_000, witness: 'feed' });
    expect(isCaptive(late)).toBe(false);
  });
});
