import { describe, expect, it } from 'vitest';
import { closeRuns, foldRequest, type OpenRun } from '../../../lib/sensing/requests/fold.ts';
import { outcomeOfStatus, readNetworkError } from '../../../lib/sensing/requests/outcome.ts';
import { toTimestamp } from '../../../lib/model/timestamp.ts';
import type { ObservationOf } from '../../../lib/model/observation.ts';

const AT = 1_700_000_000_000;
const failed = (after: number, over: Partial<ObservationOf<'request'>> = {}): ObservationOf<'request'> => ({
  at: toTimestamp(AT + after),
  service: 'facebook',
  kind: 'request',
  purpose: 'api',
  outcome: 'server-error',
  ...over,
});

describe('what an answer or an error says of a service', () => {
  it.each([
    [200, 'ok'],
    [304, 'ok'],
    [404, 'client-error'],
    [429, 'rate-limited'],
    [503, 'server-error'],
    [103, null],
  ])('reads status %i as %s', (status, outcome) => {
    expect(outcomeOfStatus(status)).toBe(outcome);
  });

  it.each([
    ['net::ERR_NAME_NOT_RESOLVED', 'dns'],
    ['NS_ERROR_UNKNOWN_HOST', 'dns'],
    ['net::ERR_CONNECTION_RESET', 'unreachable'],
    ['NS_ERROR_NET_RESET', 'unreachable'],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', 'unreachable'],
    ['NS_ERROR_PROXY_BAD_GATEWAY', 'unreachable'],
    ['NS_ERROR_UNKNOWN_PROXY_HOST', 'unreachable'],
    ['net::ERR_CONNECTION_TIMED_OUT', 'timeout'],
    ['NS_ERROR_NET_TIMEOUT', 'timeout'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'tls'],
    ['Das Zertifikat ist nicht vertrauenswürdig, weil es vom Aussteller selbst signiert wurde.', 'tls'],
    ['net::ERR_INTERNET_DISCONNECTED', 'offline'],
    ['NS_ERROR_OFFLINE', 'offline'],
    ['net::ERR_BLOCKED_BY_ADMINISTRATOR', 'blocked'],
    ['net::ERR_ABORTED', null],
    ['NS_BINDING_ABORTED', null],
    ['net::ERR_BLOCKED_BY_CLIENT', null],
    ['NS_ERROR_NEVER_HEARD_OF', null],
    ['unknown', null],
    ['', null],
  ])('reads the error %s as %s', (word, reading) => {
    expect(readNetworkError(word)).toBe(reading);
  });
});

describe('folding runs of one outcome', () => {
  const fold = (...seen: ObservationOf<'request'>[]) => {
    let runs: readonly OpenRun[] = [];
    const log: ObservationOf<'request'>[] = [];
    for (const one of seen) {
      const folded = foldRequest(runs, one);
      runs = folded.runs;
      log.push(...folded.log);
    }
    return { runs, log };
  };

  it('logs the first two failures at once, since two in a row open an incident, and holds the others', () => {
    const { log, runs } = fold(failed(0), failed(100), failed(200, { count: 3 }));
    expect(log).toEqual([failed(0), failed(100)]);
    expect(runs).toMatchObject([{ held: 3 }]);
  });

  it('logs the first success at once and holds all others', () => {
    const { log, runs } = fold(...[0, 100, 200].map((after) => failed(after, { outcome: 'ok' })));
    expect(log).toHaveLength(1);
    expect(runs).toMatchObject([{ held: 2 }]);
  });

  it('logs what was held as one, with its count, when five seconds are over', () => {
    const { runs } = fold(failed(0), failed(100), failed(200), failed(300));
    expect(closeRuns(runs, AT + 4_999).log).toEqual([]);
    expect(closeRuns(runs, AT + 5_000)).toMatchObject({ runs: [], log: [{ count: 2 }] });
  });

  it('logs what was held at the time of the last, so that what came between keeps its place', () => {
    const { runs } = fold(failed(0), failed(100), failed(200), failed(4000));
    expect(closeRuns(runs, AT + 6_000).log).toMatchObject([{ at: toTimestamp(AT + 4000), count: 2 }]);
  });

  it('never folds different outcomes, purposes or services', () => {
    const { log } = fold(
      failed(0),
      failed(1, { outcome: 'timeout' }),
      failed(2, { purpose: 'navigation' }),
      failed(3, { service: 'instagram' }),
    );
    expect(log).toHaveLength(4);
  });

  it('loses no request: what is logged and what is held add up', () => {
    const { log, runs } = fold(...[0, 1000, 2000, 5500, 5600, 12_000].map((after) => failed(after)));
    const logged = log.reduce((sum, { count = 1 }) => sum + count, 0);
    const held = runs.reduce((sum, run) => sum + run.held, 0);
    expect(logged + held).toBe(6);
  });
});
