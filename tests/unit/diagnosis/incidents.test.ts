import { describe, expect, it } from 'vitest';
import { assess } from '../../../lib/diagnosis/index.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import {
  answer,
  at,
  ended,
  feed,
  incident,
  login,
  network,
  page,
  request,
  seen,
  started,
  verdict,
} from './log-builder.ts';

const opened = (log: Observation[]): number | undefined => incident(log, 3600)?.openedAt;

describe('an incident opens', () => {
  it.each(['server', 'browser', 'expiry', 'eviction', 'unknown'])('when a session ends by %s', (by) => {
    expect(opened([ended(5, by)])).toBe(at(5));
  });

  it.each([
    'session-expired',
    'old-password',
    'checkpoint',
    'unusual-login',
    'contact-changed',
    'locked',
    'suspended',
    'rate-limited',
    'error',
    'unavailable',
    'storage-lost',
    'blocked',
  ])('at a page that says %s', (name) => {
    expect(opened([page(5, name)])).toBe(at(5));
  });

  it.each(['login', 'public'])('at a %s page where somebody was signed in', (name) => {
    expect(opened([page(0, 'home'), page(5, name)])).toBe(at(5));
    expect(opened([started(0), page(5, name)])).toBe(at(5));
  });

  it.each(['server-error', 'dns', 'unreachable', 'timeout', 'tls'])(
    'at two errors in a row (%s)',
    (outcome) => {
      expect(opened([request(0, outcome), request(120, 'timeout')])).toBe(at(120));
      expect(opened([request(7, outcome, { count: 2 })])).toBe(at(7));
    },
  );

  it('at a failed navigation and a bad network within two minutes, whichever came first', () => {
    expect(opened([request(0, 'dns'), network(120, 'offline')])).toBe(at(120));
    expect(opened([network(0, 'captive-portal'), request(120, 'tls', { purpose: 'probe' })])).toBe(at(120));
  });

  it.each(['yes', 'no', 'unsure'])('at an answer: %s', (said) => {
    expect(opened([answer(3, 'works-on-another-device', said)])).toBe(at(3));
  });
});

describe('a bad network opens an incident', () => {
  const failed = [request(0, 'dns', { count: 2 }), network(5, 'offline')];

  it('only where none is open: the one that is goes on, with all that was said', () => {
    const [first, ...others] = assess(failed, at(60));
    expect(others).toEqual([]);
    expect(first?.openedAt).toBe(at(0));
    expect(first?.verdicts).toHaveLength(2);
  });
});

describe('no incident opens', () => {
  it.each([
    ['when the person signed out', [ended(0, 'user'), page(1, 'login')]],
    ['at a sign-in page where nobody was known to be signed in', [page(0, 'login'), page(5, 'public')]],
    [
      'when the account is switched',
      [started(0), seen(5, { kind: 'session', change: 'switched', by: 'user' })],
    ],
    ['at a single error', [request(0, 'server-error')]],
    ['at two errors far apart', [request(0, 'timeout'), request(121, 'timeout')]],
    [
      'at two errors with a success between',
      [request(0, 'timeout'), request(5, 'ok'), request(9, 'timeout')],
    ],
    [
      'at client errors, throttling and blocking of requests',
      [
        request(0, 'client-error', { count: 9 }),
        request(1, 'rate-limited', { count: 9 }),
        request(2, 'blocked', { count: 9 }),
      ],
    ],
    ['at a bad network without a failure', [network(0, 'offline')]],
    [
      'at a failure of the page’s own requests on a bad network',
      [request(0, 'timeout', { purpose: 'api' }), network(5, 'offline')],
    ],
    ['at a failure long before the network went bad', [request(0, 'dns'), network(121, 'offline')]],
    ['because a feed was tampered with', [request(0, 'dns'), network(5, 'tampered')]],
    ['because of a feed, however loud', [feed(0, 'outage'), page(1, 'home')]],
    ['at a refused password', [page(0, 'login'), login(5, 'rejected'), login(9, 'rejected')]],
  ] as [string, Observation[]][])('%s', (_, log) => {
    expect(assess(log, at(3600))).toEqual([]);
  });
});

describe('an incident closes', () => {
  const closing = (log: Observation[], seconds: number) => {
    const { closedAt, closedBy } = incident(log, seconds) ?? {};
    return [closedAt, closedBy];
  };

  it('within five minutes of signing in and a page that works', () => {
    const back = [ended(0), login(600, 'accepted'), started(601), page(605, 'home')];
    expect(closing(back, 606)).toEqual([null, null]);
    expect(closing(back, 605 + 300)).toEqual([at(665), 'recovered']);
    expect(closing([ended(0), started(600), request(610, 'ok')], 1000)).toEqual([at(670), 'recovered']);
  });

  it('a minute after that, whatever else works meanwhile', () => {
    const back = [ended(0), started(600), page(605, 'home')];
    expect(closing([...back, request(640, 'ok'), page(650, 'home')], 1000)).toEqual([at(665), 'recovered']);
  });

  it('not when the person is thrown out again at once', () => {
    const log = [ended(0), started(600), page(603, 'home'), ended(630), page(631, 'login')];
    expect(closing(log, 3600)).toEqual([null, null]);
  });

  it('not by successes while a session is lost', () => {
    expect(closing([ended(0), request(60, 'ok', { count: 9 })], 3600)).toEqual([null, null]);
  });

  it('after two successes in a row where no session was lost', () => {
    const errors = request(0, 'server-error', { purpose: 'api', count: 4 });
    expect(closing([errors, request(60, 'ok')], 3600)).toEqual([null, null]);
    expect(closing([errors, request(60, 'ok'), page(70, 'home')], 400)).toEqual([at(130), 'recovered']);
    expect(closing([errors, request(60, 'ok'), request(65, 'timeout'), page(70, 'home')], 3600)).toEqual([
      null,
      null,
    ]);
  });

  it('is not over because a server answers where a page bars the account, but once the person is in', () => {
    const answers = [request(30, 'ok', { count: 3 }), request(90, 'ok')];
    for (const barring of ['locked', 'suspended', 'checkpoint', 'unusual-login', 'storage-lost'] as const) {
      expect(closing([page(0, barring), ...answers], 3600)).toEqual([null, null]);
      expect(closing([page(0, barring), page(10, 'login'), ...answers], 3600)).toEqual([null, null]);
      const inAgain = [page(100, 'home'), request(110, 'ok')];
      expect(closing([page(0, barring), ...answers, ...inAgain], 3600)[1]).toBe('recovered');
      expect(closing([page(0, barring), ...answers, started(100), request(110, 'ok')], 3600)[1]).toBe(
        'recovered',
      );
    }
    expect(closing([page(0, 'error'), ...answers], 3600)[1]).toBe('recovered');
  });

  it('not because the front door answers while pages fail, but when it could not be reached and now can', () => {
    const probes = [request(60, 'ok', { purpose: 'probe' }), request(90, 'ok', { purpose: 'probe' })];
    expect(closing([page(0, 'error'), ...probes], 3600)).toEqual([null, null]);
    expect(closing([request(0, 'dns', { count: 2 }), ...probes], 3600)).toEqual([at(150), 'recovered']);
  });

  it('after 24 hours without news', () => {
    const log = [
      ended(0),
      page(60, 'login'),
      request(7200, 'ok', { purpose: 'probe' }),
      feed(7200, 'operational'),
    ];
    expect(closing(log, 60 + 86_399)).toEqual([null, null]);
    expect(closing(log, 60 + 86_400)).toEqual([at(60 + 86_400), 'quiet']);
    expect(closing([ended(0), feed(7200, 'outage')], 86_401)).toEqual([null, null]);
  });

  it('when the person closes it, direct evidence or not, and opens anew only at something new', () => {
    const log = [ended(0), page(5, 'old-password'), page(90, 'login')];
    const [first, ...rest] = assess(log, at(600), [{ service: 'facebook', at: at(60) }]);
    expect(first).toMatchObject({ closedAt: at(60), closedBy: 'user', current: null });
    expect(rest).toEqual([]);
    const again = assess([...log, page(120, 'locked')], at(600), [{ service: 'facebook', at: at(60) }]);
    expect(again.map(({ openedAt }) => openedAt)).toEqual([at(0), at(120)]);
  });

  it('never while direct evidence stands, and a minute after the person owned up to it', () => {
    const log = [ended(0), page(5, 'old-password'), started(60), page(65, 'home')];
    expect(closing(log, 30 * 86_400)).toEqual([null, null]);
    const owned = [...log, answer(7200, 'changed-password-yourself', 'yes')];
    expect(closing(owned, 7201)).toEqual([null, null]);
    expect(closing(owned, 7260)).toEqual([at(7260), 'recovered']);
  });

  it('with what belonged to it: the next one starts afresh', () => {
    const log = [
      ended(0),
      login(5, 'rejected'),
      answer(9, 'cleared-browser-data', 'yes'),
      started(60),
      page(65, 'home'),
      ended(7200),
    ];
    expect(verdict(log, 7201).reasons.map(({ evidence }) => evidence)).not.toContain('sign-in-refused');
    expect(assess(log, at(7201))).toHaveLength(2);
  });
});

describe('what an incident keeps', () => {
  it('has an id that later observations do not change', () => {
    const log = [ended(5)];
    const id = incident(log, 6)?.id;
    expect(id).toBe(incident([...log, page(9, 'locked'), started(60), page(65, 'home')], 9999)?.id);
    expect(id).not.toBe(incident([...log, ended(5, 'server', { service: 'instagram' })], 6, 'instagram')?.id);
  });

  it('keeps each change of what was said, with the evidence that made it', () => {
    const log = [network(0, 'online'), ended(5), feed(60, 'outage'), page(90, 'old-password')];
    const changes = incident(log, 100)?.verdicts.map(({ verdict: said, because }) => [
      said.cause,
      said.alarm,
      because,
    ]);
    expect(changes?.[0]).toEqual(['unclear', 'watch', null]);
    expect(changes).toContainEqual(['outage', 'none', 'feed-outage']);
    expect(changes?.at(-1)?.slice(1)).toEqual(['act', 'old-password-page']);
  });

  it('changes what it said when a feed runs out, at a re-check and not before', () => {
    const log = [ended(0), feed(1, 'outage', {}, { ttl: 100 })];
    const changes = incident(log, 4000)?.verdicts ?? [];
    expect(changes.at(-1)?.verdict.cause).toBe('unclear');
    expect(Date.parse(changes.at(-1)?.at ?? '')).toBe(at(300));
  });

  it('counts a feed and a refused password from before the opening', () => {
    const log = [feed(0, 'outage'), login(10, 'rejected'), ended(20)];
    expect(verdict(log, 21).reasons.map(({ evidence }) => evidence)).toContain('feed-outage');
    expect(verdict([login(10, 'rejected'), ended(20)], 21).reasons.map(({ evidence }) => evidence)).toContain(
      'sign-in-refused',
    );
    expect(
      verdict([login(10, 'rejected'), ended(10 + 901)], 912).reasons.map(({ evidence }) => evidence),
    ).not.toContain('sign-in-refused');
  });
});
