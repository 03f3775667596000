import type { History } from '../store/history.ts';
import { confirms } from '../witness/confirms.ts';
import { createWitnessDesk } from '../witness/witness-desk.ts';
import type { KeyHolder } from './open-keys.ts';
import type { Watching } from './open-watching.ts';

/** The desk at which a witness answers over HTTP. */
export const openDesk = (keys: KeyHolder, history: History, watching: Watching, now: () => number) => {
  const desk = createWitnessDesk({
    keys() {
      const keyring = keys.current();
      if (!keyring) throw new Error('a witness has keys');
      return keyring;
    },
    now,
    confirms: (service, at) => confirms({ ...watching.sees(service, at), crowd: null }),
    lastSequence: () => history.lastSequence(),
    saveSequence: (sequence) => void history.saveSequence(sequence),
  });
  return async (signed: Uint8Array): Promise<{ readonly status: number; readonly json: unknown }> => {
    const answer = await desk(signed);
    return { status: 'fault' in answer ? 409 : 200, json: answer };
  };
};
