import { describe, expect, it } from 'vitest';
import { assess, type Closure } from '../../../lib/diagnosis/index.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import type { ServiceId } from '../../../lib/model/service-id.ts';
import { at, ended, page, started } from './log-builder.ts';

const DAY = 86_400;
const closing = (seconds: number, service: ServiceId = 'facebook'): Closure => ({ service, at: at(seconds) });
/** Each incident: its service, and when it opened and closed (seconds after the start), and how. */
const told = (log: readonly Observation[], seconds: number, ...closures: readonly Closure[]) =>
  assess(log, at(seconds), closures).map(({ service, openedAt, closedAt, closedBy }) => [
    service,
    (openedAt - at(0)) / 1000,
    closedAt === null ? null : (closedAt - at(0)) / 1000,
    closedBy,
  ]);

describe('incidents that the person closed', () => {
  it('are closed each at its own time, in whatever order the closings are listed', () => {
    const log = [ended(0), ended(10, 'server', { service: 'x' }), ended(120), page(400, 'login')];
    const closings = [closing(60), closing(300, 'x'), closing(390)];
    const expected = [
      ['facebook', 0, 60, 'user'],
      ['x', 10, 300, 'user'],
      ['facebook', 120, 390, 'user'],
    ];
    expect(told(log, 500, ...closings)).toEqual(expected);
    expect(told(log, 500, ...closings.toReversed())).toEqual(expected);
  });

  it('hold what was seen at the very moment of the closing', () => {
    expect(told([ended(0), page(60, 'error')], 61, closing(60))).toEqual([['facebook', 0, 60, 'user']]);
    expect(told([ended(0), page(61, 'error')], 61, closing(60))).toHaveLength(2);
  });

  it('are told as over by themselves where they were so at that moment', () => {
    expect(told([ended(0)], DAY, closing(DAY))).toEqual([['facebook', 0, DAY, 'quiet']]);
    expect(told([ended(0)], DAY, closing(DAY - 1))).toEqual([['facebook', 0, DAY - 1, 'user']]);
    const back = [ended(0), started(60), page(65, 'home')];
    expect(told(back, 125, closing(125))).toEqual([['facebook', 0, 125, 'recovered']]);
  });
});

describe('what is seen at the very moment at which an incident would be over', () => {
  it('belongs to it, and it lives on', () => {
    expect(told([ended(0), page(DAY, 'login')], DAY)).toEqual([['facebook', 0, null, null]]);
    expect(told([ended(0), page(DAY + 1, 'login')], DAY + 1)).toEqual([['facebook', 0, DAY, 'quiet']]);
  });
});
