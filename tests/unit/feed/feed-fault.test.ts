import { describe, expect, it } from 'vitest';
import { asksForKeys, FEED_FAULTS, graver, isTampering } from '../../../lib/feed/feed-fault.ts';

describe('faults of the feed', () => {
  it('that newer keys may mend are those of signatures and epoch', () => {
    expect(FEED_FAULTS.filter(asksForKeys)).toEqual([
      'signature-wrong',
      'signatures-missing',
      'epoch-unknown',
    ]);
  });

  it('are tampering only when a key that we know did not sign the bytes', () => {
    expect(FEED_FAULTS.filter(isTampering)).toEqual(['signature-wrong']);
    expect(isTampering(null)).toBe(false);
  });

  it('of two attempts: the one that tells more is kept, whichever came first', () => {
    const rising = ['network', 'expired', 'sequence-passed', 'not-json', 'signature-wrong'] as const;
    rising.forEach((graverOne, place) => {
      for (const lighter of rising.slice(0, place)) {
        expect(graver(lighter, graverOne)).toBe(graverOne);
        expect(graver(graverOne, lighter)).toBe(graverOne);
      }
    });
    expect(graver('status', 'timeout')).toBe('status');
    expect(graver(null, 'network')).toBe('network');
  });
});
