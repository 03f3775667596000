import { describe, expect, it } from 'vitest';
import { byTime } from '../../../lib/diagnosis/facts/in-order.ts';
import { emptyFold, readSet, rediagnose } from '../../../lib/diagnosis/fold/incident-fold.ts';
import { momentsOf } from '../../../lib/diagnosis/fold/moments.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { restsOnWhatIs } from '../../property/rests-on-what-is.ts';
import { ended, network, request } from './log-builder.ts';

/** What may have changed for the incident (bits) by the last observation of the log, before it is looked at. */
const changedByLast = (log: readonly Observation[]): number | undefined => {
  const fold = emptyFold();
  const moments = [...momentsOf(byTime(log), () => Infinity)].filter(({ set }) => set.length > 0);
  for (const [index, { at, set }] of moments.entries()) {
    readSet(fold, set, at);
    if (index < moments.length - 1) rediagnose(fold, at, set);
  }
  return fold.open.get('facebook')?.changed;
};

const twice = [
  ended(0),
  request(2, 'server-error'),
  request(4, 'server-error'),
  request(6, 'timeout'),
  request(8, 'dns'),
];

describe('one more of a failure', () => {
  it.each<[string, readonly Observation[]]>([
    ['an error that was seen twice', [...twice, request(10, 'server-error')]],
    ['a time-out where the service was not reached twice', [...twice, request(10, 'timeout')]],
  ])('changes nothing: %s', (_, log) => {
    expect(changedByLast(log)).toBe(0);
    restsOnWhatIs(log);
  });

  it.each<[string, readonly Observation[]]>([
    ['the second of its kind', [ended(0), request(2, 'server-error'), request(200, 'server-error')]],
    ['a success came between', [...twice, request(10, 'ok'), request(12, 'server-error')]],
    ['it is a success', [...twice, request(10, 'ok')]],
    ['the network explains it', [...twice, network(9, 'offline'), request(10, 'timeout')]],
  ])('may change something where %s', (_, log) => {
    expect(changedByLast(log)).not.toBe(0);
    restsOnWhatIs(log);
  });

  it('ends a block as any other answer of the service does', () => {
    restsOnWhatIs([...twice, request(10, 'blocked'), request(12, 'server-error')]);
  });
});
