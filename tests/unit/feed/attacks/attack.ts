import { FAULT_STATES, type FeedFault } from '../../../../lib/feed/feed-fault.ts';
import type { FeedPayload } from '../../../../lib/model/feed.ts';
import type { Keyset } from '../../../../lib/model/signed-feed.ts';
import { FIRST, makeWorld } from '../client-setup.ts';
import {
  bytesOf,
  feedBytes,
  feedKey,
  MINUTE,
  payloadOf,
  signText,
  trustOf,
  type Signer,
} from '../signing-kit.ts';

/** Something that a hostile server, network or key can put in the feed's place. */
export interface Attack {
  readonly what: string;
  readonly fault: FeedFault;
  readonly bytes: () => Promise<Uint8Array> | Uint8Array;
  /** The keyset that the reader trusts and who signs the good feed, where they are not the usual ones. */
  readonly keys?: Keyset;
  readonly signers?: readonly Signer[];
}

/** A payload that would be read if nothing were wrong with it: the next in the sequence. */
export const nextPayload = (changes: Partial<FeedPayload> = {}): FeedPayload =>
  payloadOf({ sequence: 101, ...changes });

/** Well signed text in the place of a payload. */
export const wellSigned = async (text: string | Uint8Array): Promise<Uint8Array> =>
  bytesOf(await signText(text, [feedKey]));

/** Somebody who has read a good feed, the place where the next lies, and a clock. */
export const makeReader = async ({ keys, signers }: Pick<Attack, 'keys' | 'signers'> = {}) => {
  const world = await makeWorld();
  if (keys) world.trust = await trustOf(keys);
  const lay = (file: Uint8Array) => void world.files.set(`${FIRST}/v1/feed.json`, file);
  const good = async (sequence: number) => lay(await feedBytes(payloadOf({ sequence }), signers));
  // A new client each time, as a worker that was killed in between would make it.
  const read = () => world.client([FIRST]).refresh('event');
  await good(100);
  if ((await read()).state !== 'verified') throw new Error('the good feed was not read');
  world.now += MINUTE;
  return { world, lay, good, read };
};

/** The attempt under attack, the feed as it stands after it and later, and the next good feed a minute after it. */
export const sufferAttack = async (attack: Attack) => {
  const { world, lay, good, read } = await makeReader(attack);
  lay(await attack.bytes());
  const attempt = await read();
  const standing = await world.client([FIRST]).current(world.now);
  const later = await world.client([FIRST]).current(world.now + 10 * MINUTE);
  world.now += MINUTE;
  await good(103);
  return { attempt, standing, later, healed: await read() };
};

/** What must come of every attack: it is told with its reason, takes the good feed from nobody, and leaves nothing broken. */
export const harmless = (fault: FeedFault) => ({
  attempt: { asked: true, state: FAULT_STATES[fault], fault, payload: null, issuedAt: null },
  standing: { state: 'verified', fault, payload: { sequence: 100 } },
  later: { state: FAULT_STATES[fault], fault, payload: null },
  healed: { state: 'verified', fault: null, payload: { sequence: 103 } },
});
