import { describe, expect, it } from 'vitest';
import { fuzzFeed } from '../../../scripts/nightly/fuzz/fuzz-feed.ts';

describe('2,000 fuzzed files in the place of the feed', () => {
  it(
    'throw nothing, and are accepted only when their bytes are a payload that is as it must be',
    { timeout: 60_000 },
    async () => {
      const { counts, wholeClient, complaints } = await fuzzFeed(2_000, 20261124);
      expect(complaints).toEqual([]);
      expect(wholeClient).toBe(80);
      // Each step of the check was reached, and so was the end.
      expect(Object.keys(counts).sort()).toEqual(
        [
          ...['accepted', 'too-large', 'not-json', 'not-signed', 'signature-wrong', 'signatures-missing'],
          ...['not-a-feed', 'issued-in-future', 'expired', 'valid-too-long', 'epoch-unknown', 'epoch-passed'],
          ...['sequence-passed', 'sequence-reused'],
        ].sort(),
      );
    },
  );
});
