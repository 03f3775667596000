import { describe, expect, it } from 'vitest';
import { FAULT_STATES } from '../../../lib/feed/feed-fault.ts';
import { harmless, makeReader, nextPayload, sufferAttack, wellSigned } from './attacks/attack.ts';
import { FILE_ATTACKS } from './attacks/files.ts';
import { KEYSETS_FOLLOWED, KEYSETS_NOT_FOLLOWED, newer } from './attacks/keysets.ts';
import { ORDER_ATTACKS } from './attacks/orders.ts';
import { PAYLOAD_ATTACKS } from './attacks/payloads.ts';
import { SIGNATURE_ATTACKS } from './attacks/signatures.ts';
import { FIRST } from './client-setup.ts';
import { bytesOf, feedBytes, feedKey2, signKeys, MINUTE } from './signing-kit.ts';

describe.each([
  ['a file that is', FILE_ATTACKS],
  ['a file signed with', SIGNATURE_ATTACKS],
  ['a well signed file that holds', PAYLOAD_ATTACKS],
  ['a well signed feed that is', ORDER_ATTACKS],
])('in the place of the feed, %s', (_how, attacks) => {
  it.each(attacks.map((attack) => [attack.what, attack.fault, attack] as const))(
    '%s: %s',
    async (_what, fault, attack) => {
      expect(await sufferAttack(attack)).toMatchObject(harmless(fault));
    },
  );
});

/** A reader who meets a feed of a key that it does not know, and this file of keys beside it. */
const meetNewKey = async (keys: Uint8Array, epoch = 1, sequence = 101) => {
  const reader = await makeReader();
  reader.world.files.set(`${FIRST}/v1/keys.json`, keys);
  reader.lay(await feedBytes(nextPayload({ epoch, sequence }), [feedKey2]));
  return { ...reader, attempt: await reader.read() };
};

describe('in the place of newer keys, a file with', () => {
  it.each(KEYSETS_NOT_FOLLOWED)('%s is not followed, and the keys in use stay', async (_what, file) => {
    const { world, attempt, good, read } = await meetNewKey(await file());
    expect(attempt).toMatchObject({ state: 'invalid', fault: 'signatures-missing', payload: null });
    expect(await world.client([FIRST]).current(world.now)).toMatchObject({ payload: { sequence: 100 } });
    world.now += MINUTE;
    await good(102);
    expect(await read()).toMatchObject({ state: 'verified', payload: { sequence: 102 } });
  });

  it.each(KEYSETS_FOLLOWED)('%s is followed', async (_what, changes, sequence, fault) => {
    const keys = newer(changes);
    const { attempt } = await meetNewKey(bytesOf(await signKeys(keys)), keys.epoch, sequence);
    expect(attempt).toMatchObject({
      fault,
      payload: fault === null ? { epoch: keys.epoch, sequence } : null,
    });
  });

  it('a later version that takes a key away takes the feed of that key away', async () => {
    const { world, attempt, good, read } = await meetNewKey(bytesOf(await signKeys(newer())));
    expect(attempt).toMatchObject({ state: 'verified' });
    world.now += MINUTE;
    await good(102);
    expect(await read()).toMatchObject({ state: 'invalid', fault: 'signatures-missing' });
  });
});

it('of a name that comes twice the last one counts, for what is checked and for what is read', async () => {
  const { lay, read } = await makeReader();
  const text = JSON.stringify(nextPayload());
  lay(await wellSigned(text.replace('"sequence"', '"sequence":99,"sequence"')));
  expect(await read()).toMatchObject({ state: 'verified', payload: { sequence: 101 } });
  const { world, lay: layAgain, read: readAgain } = await makeReader();
  layAgain(await wellSigned(`${text.slice(0, -1)},"sequence":99}`));
  expect(await readAgain()).toMatchObject({ state: 'rolled-back', fault: 'sequence-passed' });
  expect(await world.client([FIRST]).current(world.now)).toMatchObject({ payload: { sequence: 100 } });
});

it('every fault counts as one of the four reasons for which a feed is absent', () => {
  const byState = Object.groupBy(Object.keys(FAULT_STATES), (fault) => FAULT_STATES[fault as 'network']);
  expect(byState).toEqual({
    unreachable: ['not-asked', 'network', 'timeout', 'status'],
    invalid: [
      'content-type',
      'too-large',
      'not-json',
      'not-signed',
      'signature-wrong',
      'signatures-missing',
      'not-a-feed',
      'issued-in-future',
      'valid-too-long',
      'epoch-unknown',
      'trust-unusable',
    ],
    stale: ['expired', 'keys-expired', 'clock-off'],
    'rolled-back': ['epoch-passed', 'sequence-passed', 'sequence-reused'],
  });
});
