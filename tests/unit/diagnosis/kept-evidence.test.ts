import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../lib/model/observation.ts';
import { restsOnWhatIs } from '../../property/rests-on-what-is.ts';
import { answer, ended, feed, incident, login, network, page, request, seen } from './log-builder.ts';

const of = (service: string, one: Observation): Observation => ({ ...one, service }) as Observation;

/** Refused before and after an error, which the person did not cause: the error may be why. */
const refusedAroundAnError = [
  feed(0, 'operational', {}, { ttl: 900 }),
  request(0, 'ok'),
  ended(1),
  login(40, 'rejected'),
  page(80, 'error'),
  login(120, 'rejected'),
  answer(140, 'changed-password-yourself', 'no'),
  answer(150, 'works-on-another-device', 'no'),
];

describe('evidence that is kept from one moment to the next', () => {
  it.each<[string, readonly Observation[]]>([
    [
      'a request works, and with the error gone both refusals count',
      [...refusedAroundAnError, request(160, 'ok')],
    ],
    [
      'a session of another service goes at the same moment',
      [of('x', ended(0, 'browser')), ended(4, 'browser'), of('x', page(8, 'home'))],
    ],
    [
      'a session of this service went just before that of another',
      [ended(0, 'browser'), of('x', ended(4, 'unknown')), of('x', page(8, 'home'))],
    ],
    [
      'a request works where an outage was told of and no session was lost',
      [
        request(0, 'ok'),
        feed(0, 'outage', {}, { ttl: 100 }),
        page(1, 'error'),
        request(50, 'ok'),
        request(60, 'ok'),
        request(200, 'ok'),
      ],
    ],
    [
      'a request works for somebody who was still refused minutes after an outage was said to be over',
      [
        request(0, 'ok'),
        feed(0, 'outage', {}, { ttl: 3000 }),
        page(1, 'error'),
        feed(20, 'operational', {}, { ttl: 3000 }),
        login(40, 'rejected'),
        request(345, 'ok'),
      ],
    ],
    [
      'a question is answered, and answered otherwise',
      [ended(0), answer(5, 'works-on-another-device', 'no'), answer(9, 'works-on-another-device', 'yes')],
    ],
    [
      'the network goes and comes back',
      [request(0, 'timeout', { count: 2 }), network(1, 'offline'), request(2, 'dns'), network(9, 'online')],
    ],
    [
      'a linked service fails, works, and its feed runs out',
      [
        ended(0),
        of('instagram', request(5, 'server-error', { count: 2 })),
        of('instagram', request(20, 'ok')),
        of('instagram', feed(30, 'outage', {}, { ttl: 60 })),
        page(900, 'login'),
      ],
    ],
    [
      'an official word comes and ages',
      [
        ended(0),
        seen(5, { kind: 'official', source: 'metastatus', status: 'outage', statusAt: ended(0).at }),
        page(3600, 'login'),
      ],
    ],
  ])('is collected again when %s', (_, log) => {
    restsOnWhatIs(log);
  });

  it('is what a verdict of the history is told with, as if all had been collected at once', () => {
    const log = [...refusedAroundAnError, request(160, 'ok')];
    const found = incident(log, 160);
    const last = found?.verdicts.at(-1)?.verdict;
    expect(last?.alarm).toBe('act');
    expect(last?.probabilities).toEqual(found?.current?.probabilities);
  });

  it('is another where an outage is over that weighs as it did in force: it is less certain from then on', () => {
    const log = [feed(0, 'outage', {}, { ttl: 3000 }), ended(1), feed(20, 'operational', {}, { ttl: 3000 })];
    const found = incident(log, 25);
    expect(found?.verdicts.map(({ verdict }) => [verdict.cause, verdict.certainty])).toEqual([
      ['outage', 'confident'],
      ['outage', 'likely'],
    ]);
    expect(found?.current?.certainty).toBe('likely');
  });
});
