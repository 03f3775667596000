import { describe, expect, it } from 'vitest';
import { harmless, sufferAttack } from './attacks/attack.ts';
import { PAYLOAD_ATTACKS } from './attacks/payloads.ts';
import { SIGNATURE_ATTACKS } from './attacks/signatures.ts';

describe.each([
  ['signed', SIGNATURE_ATTACKS],
  ['well signed', PAYLOAD_ATTACKS],
])('a feed, %s', (_how, attacks) => {
  it.each(attacks.map((attack) => [attack.what, attack.fault, attack] as const))(
    'with %s: %s',
    async (_what, fault, attack) => {
      expect(await sufferAttack(attack)).toMatchObject(harmless(fault));
    },
  );
});
