import { describe, expect, it } from 'vitest';
import { decide } from '../../../lib/diagnosis/decide.ts';
import { sameGround, type Ground } from '../../../lib/diagnosis/ground.ts';
import { indexOf } from '../../../lib/diagnosis/numbers/row.ts';
import { rulesFor, type Rules } from '../../../lib/diagnosis/safety-rules.ts';
import { CAUSES, type Cause, type Decision } from '../../../lib/model/cause.ts';
import { EVIDENCE_KINDS, type EvidenceKind } from '../../../lib/model/evidence.ts';

const NOTHING: Ground = {
  directEvidence: false,
  networkComesFirst: false,
  seenSignedIn: false,
  refusalsExcused: false,
  refused: 0,
  refusedAndUnchanged: false,
  wasRefusedAndUnchanged: false,
  networkGood: false,
  feedSpeaks: false,
  gotInAtOnce: false,
};
const rules = (kinds: readonly EvidenceKind[], ground: Partial<Ground> = {}): Rules =>
  rulesFor({ ...NOTHING, ...ground }, new Set(kinds));
const outageAtMost = (kinds: readonly EvidenceKind[], ground: Partial<Ground> = {}) =>
  rules(kinds, ground).mostCertain('outage');

describe('a bare forced logout (S3)', () => {
  const bare = ['session-ended-by-server', 'login-page'] as const;
  const addsNothing: readonly EvidenceKind[] = [
    ...bare,
    'signed-out-again',
    'service-answers',
    'feed-operational',
    'other-services-answer',
    'linked-service-healthy',
    'was-signed-in',
  ];
  const denials: readonly EvidenceKind[] = [
    'did-not-change-password',
    'did-not-log-out-everywhere',
    'did-not-clear-data',
  ];

  it.each(bare)('is left open (%s), with whatever says nothing of why', (kind) => {
    expect(rules([kind]).loneLogout).toBe(true);
    expect(rules([kind, ...addsNothing]).loneLogout).toBe(true);
  });

  it.each(EVIDENCE_KINDS)('beside %s is bare only where that says nothing', (kind) => {
    const open = addsNothing.includes(kind) || denials.includes(kind);
    expect(rules(['session-ended-by-server', kind]).loneLogout).toBe(open);
  });

  it('is told by two things that the person did not do', () => {
    for (const one of denials)
      for (const other of denials)
        expect(rules(['session-ended-by-server', one, other]).loneLogout).toBe(one === other);
  });

  it('is none beside a refused password, unless an outage excuses that', () => {
    const kinds = ['session-ended-by-server', 'sign-in-refused'] as const;
    expect(rules(kinds).loneLogout).toBe(false);
    expect(rules(kinds, { refusalsExcused: true }).loneLogout).toBe(true);
    expect(rules(['session-ended-by-server', 'locked-page'], { refusalsExcused: true }).loneLogout).toBe(
      false,
    );
  });

  it('is none where no logout was forced', () => {
    expect(rules(['service-answers', 'was-signed-in']).loneLogout).toBe(false);
    expect(rules([]).loneLogout).toBe(false);
  });
});

describe('a routine end of the session (S3)', () => {
  const out: readonly EvidenceKind[] = [
    'session-ended-by-server',
    'session-ended-by-browser',
    'session-ended-by-expiry',
    'session-ended-by-eviction',
    'session-ended-unseen',
    'device-forgotten',
    'data-cleared',
    'login-page',
    'session-expired-page',
    'was-signed-in',
    'sign-in-refused',
    'sign-in-error',
    'sign-in-challenged',
  ];

  it.each(EVIDENCE_KINDS)(
    'explains nothing of somebody seen to be in (%s), unless that tells of an end',
    (kind) => {
      const told = [kind, 'works-on-another-device'] as const;
      expect(rules(told, { seenSignedIn: true }).noRoutineEnd).toBe(!out.includes(kind));
      expect(rules(told).noRoutineEnd).toBe(false);
    },
  );

  it.each(EVIDENCE_KINDS)(
    'is what a session that the server ended had only where something tells of it (%s)',
    (kind) => {
      const tells: readonly EvidenceKind[] = [
        'session-ended-by-expiry',
        'routine-rhythm',
        'session-ended-unseen',
        'session-expired-page',
        'sign-in-works',
        'works-on-another-device',
        'contacts-not-affected',
        'no-security-email',
        'no-strange-posts',
      ];
      for (const forced of ['session-ended-by-server', 'login-page'] as const)
        expect(rules([forced, kind]).noRoutineEnd).toBe(!tells.includes(kind));
    },
  );

  it('begins to be told by two things that the person did not do, not by one', () => {
    const denied = ['did-not-change-password', 'did-not-log-out-everywhere', 'did-not-clear-data'] as const;
    for (const one of denied)
      for (const other of denied) expect(rules(['login-page', one, other]).noRoutineEnd).toBe(one === other);
  });

  it('explains no password that is refused twice, unless the end was seen to be routine', () => {
    const gone = ['session-ended-unseen'] as const;
    expect(rules(gone, { refused: 2 }).noRoutineEnd).toBe(true);
    expect(rules(gone, { refused: 1 }).noRoutineEnd).toBe(false);
    for (const routine of ['session-ended-by-expiry', 'routine-rhythm'] as const)
      expect([routine, rules(['login-page', routine], { refused: 2 }).noRoutineEnd]).toEqual([
        routine,
        false,
      ]);
  });
});

describe('an outage (S2)', () => {
  const fails: readonly EvidenceKind[] = ['server-errors', 'error-page', 'unavailable-page', 'sign-in-error'];

  it.each(fails)('is certain with %s over a network known good', (kind) => {
    expect(outageAtMost([kind], { networkGood: true })).toBe('confident');
    expect(outageAtMost([kind])).toBe('unsure');
  });

  it.each(fails)('is likely with %s and a word of others, certain with a verified outage', (kind) => {
    expect(outageAtMost([kind, 'feed-degraded'])).toBe('likely');
    expect(outageAtMost([kind, 'official-issue'])).toBe('likely');
    expect(outageAtMost([kind, 'feed-showed-trouble'])).toBe('likely');
    expect(outageAtMost([kind, 'feed-outage'])).toBe('confident');
  });

  it.each(['feed-outage', 'feed-degraded', 'official-issue', 'feed-showed-trouble'] as const)(
    'is never surer than unsure with %s alone',
    (kind) => {
      expect(outageAtMost([kind])).toBe('unsure');
      expect(outageAtMost([kind], { networkGood: true })).toBe('unsure');
    },
  );

  it('gains no new certainty from what the feed said before', () => {
    const before = ['server-errors', 'feed-showed-trouble'] as const;
    expect(outageAtMost(before, { networkGood: true })).toBe('likely');
    expect(outageAtMost([...before, 'feed-outage'], { networkGood: true })).toBe('confident');
  });

  it('of one service that cannot be reached may be at either end', () => {
    const good = { networkGood: true };
    expect(outageAtMost(['unreachable'], good)).toBe('unsure');
    expect(outageAtMost(['unreachable', 'official-issue'], good)).toBe('unsure');
    expect(outageAtMost(['unreachable'], { ...good, feedSpeaks: true })).toBe('confident');
    expect(outageAtMost(['unreachable', 'linked-service-failing'], good)).toBe('confident');
    expect(rules(['unreachable']).mostCertain('network')).toBe('unsure');
    expect(rules(['unreachable'], { feedSpeaks: true }).mostCertain('network')).toBe('likely');
  });

  it('of one service that cannot be reached is likely by an official word beside another sign here', () => {
    expect(outageAtMost(['unreachable', 'official-issue', 'login-page'])).toBe('likely');
    expect(outageAtMost(['unreachable', 'official-issue'])).toBe('unsure');
    expect(outageAtMost(['unreachable', 'login-page'])).toBe('unsure');
  });

  it('is not sure beside strong evidence of a break-in, unless a verified feed says so', () => {
    const ground = { networkGood: true, wasRefusedAndUnchanged: true };
    expect(outageAtMost(['server-errors'], ground)).toBe('unsure');
    expect(outageAtMost(['server-errors', 'feed-outage'], ground)).toBe('confident');
    expect(outageAtMost(['server-errors', 'unusual-login-page'], { networkGood: true })).toBe('unsure');
  });
});

describe('a bad network', () => {
  it.each([
    'offline',
    'captive-portal',
    'network-was-bad',
    'other-services-failing',
    'blocked-page',
    'request-blocked',
    'certificate-failure',
  ] as const)('is sure where %s shows it beside a service that cannot be reached', (kind) => {
    expect(rules(['unreachable', kind]).mostCertain('network')).toBe('confident');
  });

  it('is only likely where nothing but the service shows it', () => {
    expect(rules(['unreachable', 'linked-service-failing']).mostCertain('network')).toBe('likely');
    expect(rules(['unreachable', 'contacts-not-affected'], { feedSpeaks: true }).mostCertain('network')).toBe(
      'confident',
    );
    expect(rules(['offline']).mostCertain('network')).toBe('confident');
  });
});

describe('what reassures', () => {
  it.each(['session-expired', 'signed-out', 'browser-cleared'] as const)(
    '(%s) is never sure for who is refused, or after strong evidence',
    (cause) => {
      const seen = ['session-ended-by-expiry'] as const;
      expect(rules(seen).mostCertain(cause)).toBe('confident');
      expect(rules(seen, { refused: 1 }).mostCertain(cause)).toBe('unsure');
      expect(rules(seen, { wasRefusedAndUnchanged: true }).mostCertain(cause)).toBe('unsure');
      expect(rules([...seen, 'unusual-login-page']).mostCertain(cause)).toBe('unsure');
    },
  );

  it('is not sure of a routine end that nobody saw', () => {
    expect(rules(['login-page']).mostCertain('session-expired')).toBe('likely');
    expect(rules(['login-page']).mostCertain('signed-out')).toBe('confident');
  });

  it('leaves causes that call for care as sure as they are', () => {
    for (const cause of ['account-compromise', 'account-locked', 'security-reset', 'rate-limited'] as const)
      for (const kind of ['login-page', 'unreachable'] as const)
        expect(rules([kind], { refused: 2 }).mostCertain(cause)).toBe('confident');
  });
});

describe('beside direct evidence of a break-in (S1)', () => {
  const beside = (kinds: readonly EvidenceKind[], ground: Partial<Ground> = {}): readonly Cause[] =>
    rules(kinds, { directEvidence: true, ...ground }).besideABreakIn;

  it('a lock may be named', () => {
    expect(beside([])).toEqual(['account-compromise']);
    for (const kind of ['locked-page', 'suspended-page', 'checkpoint-page', 'unusual-login-page'] as const)
      expect(beside([kind])).toEqual(['account-compromise', 'account-locked']);
    expect(beside(['two-factor-page'])).toEqual(['account-compromise']);
  });

  it('an outage may be named that is at least likely, or any that is seen where no more is known than a refusal', () => {
    expect(beside(['server-errors', 'feed-degraded', 'posts-not-yours'])).toEqual([
      'account-compromise',
      'outage',
    ]);
    for (const kind of ['server-errors', 'linked-service-failing', 'contacts-affected'] as const)
      expect(beside([kind])).toEqual(['account-compromise', 'outage']);
    for (const kind of ['service-answers', 'sign-in-refused', 'login-page', 'offline'] as const)
      expect(beside([kind])).toEqual(['account-compromise']);
    for (const direct of [
      'old-password-page',
      'contact-changed-page',
      'security-email-unrecognised',
      'posts-not-yours',
    ] as const)
      expect(beside([direct, 'server-errors'])).toEqual(['account-compromise']);
    const reset = ['sign-in-error', 'feed-outage', 'feed-mass-logout', 'feed-sign-in-works'] as const;
    expect(rules(reset.slice(1)).massLogoutIsNoOutage).toBe(true);
    expect(beside(reset.slice(1))).toEqual(['account-compromise']);
  });
});

describe('a break-in at a linked service', () => {
  it('is direct evidence here only where this service asks whether it was the person', () => {
    const direct = (kinds: readonly EvidenceKind[]) => rules(kinds).directEvidence;
    expect(direct(['linked-service-compromised', 'unusual-login-page'])).toBe(true);
    expect(direct(['unusual-login-page'])).toBe(false);
    expect(direct(['linked-service-compromised'])).toBe(false);
    for (const kind of ['locked-page', 'suspended-page', 'checkpoint-page', 'sign-in-refused'] as const)
      expect(direct(['linked-service-compromised', kind])).toBe(false);
  });
});

describe('one failed sign-in beside a lock (S2)', () => {
  it('is no sure outage, unless a feed speaks or something else fails', () => {
    const good = { networkGood: true };
    for (const lock of ['locked-page', 'suspended-page'] as const) {
      expect(outageAtMost(['sign-in-error', lock], good)).toBe('unsure');
      expect(outageAtMost(['sign-in-error', lock], { ...good, feedSpeaks: true })).toBe('confident');
      for (const more of [
        'server-errors',
        'error-page',
        'unavailable-page',
        'linked-service-failing',
      ] as const)
        expect(outageAtMost(['sign-in-error', lock, more], good)).toBe('confident');
    }
    expect(outageAtMost(['sign-in-error', 'checkpoint-page'], good)).toBe('confident');
    expect(outageAtMost(['sign-in-error'], good)).toBe('confident');
  });
});

describe('a family that cannot be reached (S2)', () => {
  it('is the network at most unsurely while that is known good, and nothing shows it bad', () => {
    const most = (kinds: readonly EvidenceKind[], ground: Partial<Ground>) =>
      rules(kinds, ground).mostCertain('network');
    const family = ['unreachable', 'linked-service-failing'] as const;
    expect(most(family, { networkGood: true })).toBe('unsure');
    expect(most(family, { networkGood: false })).toBe('likely');
    expect(most([...family, 'other-services-failing'], { networkGood: true })).toBe('confident');
    expect(rules(family, { networkGood: true }).mostCertain('session-expired')).toBe('likely');
  });
});

describe('many signed out, and signing in works (S7)', () => {
  const reset = (kinds: readonly EvidenceKind[], ground: Partial<Ground> = {}) =>
    rules(kinds, ground).massLogoutIsNoOutage;

  it('is no outage, whether others or this person get in', () => {
    expect(reset(['feed-mass-logout', 'feed-sign-in-works'])).toBe(true);
    expect(reset(['feed-mass-logout'], { gotInAtOnce: true })).toBe(true);
    expect(reset(['feed-mass-logout'])).toBe(false);
    expect(reset(['feed-sign-in-works'], { gotInAtOnce: true })).toBe(false);
  });

  it.each(['server-errors', 'error-page', 'unavailable-page', 'sign-in-error'] as const)(
    'may be an outage all the same where %s is seen here',
    (kind) => {
      expect(reset(['feed-mass-logout', 'feed-sign-in-works', kind])).toBe(false);
    },
  );
});

describe('the same ground', () => {
  it('is one on which nothing differs that a rule looks at', () => {
    expect(sameGround(NOTHING, { ...NOTHING })).toBe(true);
    for (const name of Object.keys(NOTHING) as (keyof Ground)[]) {
      const other = { ...NOTHING, [name]: name === 'refused' ? 1 : true };
      expect([name, sameGround(NOTHING, other)]).toEqual([name, false]);
    }
  });

  it('hands on what the rules say of it as it is', () => {
    expect(rules([], { networkComesFirst: true }).networkComesFirst).toBe(true);
    expect(rules([], { directEvidence: true }).directEvidence).toBe(true);
    expect(rules([], { refusedAndUnchanged: true }).worthWatching).toBe(true);
    expect(rules([])).toMatchObject({
      directEvidence: false,
      networkComesFirst: false,
      worthWatching: false,
    });
  });
});

describe('what is said by these rules', () => {
  const certain = (cause: Cause): number[] => CAUSES.map((_, index) => (index === indexOf(cause) ? 1 : 0));
  const say = (
    cause: Cause,
    kinds: readonly EvidenceKind[],
    ground: Partial<Ground> = {},
    standing: Decision | null = null,
  ) => decide(certain(cause), rules(kinds, ground), new Set(kinds), standing);

  it.each([
    'unusual-login-page',
    'checkpoint-page',
    'locked-page',
    'suspended-page',
    'linked-service-compromised',
  ] as const)('asks to look where %s was seen, whatever the cause, also on a bad network', (kind) => {
    expect(say('outage', [kind]).alarm).toBe('watch');
    expect(say('outage', [kind], { networkComesFirst: true }).alarm).toBe('watch');
  });

  it('asks to look after strong evidence, and is silent on a bad network with nothing else', () => {
    expect(say('outage', [], { refusedAndUnchanged: true }).alarm).toBe('watch');
    expect(say('account-compromise', [], { networkComesFirst: true })).toMatchObject({
      decision: 'network',
      alarm: 'none',
    });
  });

  it('raises the alarm of itself for what needs care', () => {
    const alarms = CAUSES.map((cause) => [cause, say(cause, ['feed-outage']).alarm]);
    expect(Object.fromEntries(alarms)).toEqual({
      outage: 'none',
      'security-reset': 'watch',
      'account-compromise': 'watch',
      'account-locked': 'watch',
      'rate-limited': 'none',
      'session-expired': 'none',
      'signed-out': 'none',
      'browser-cleared': 'none',
      network: 'none',
    });
  });

  it('keeps "network" beside direct evidence only where it stood on a bad network', () => {
    const direct = { directEvidence: true, networkComesFirst: true };
    expect(say('network', [], direct, 'network').decision).toBe('network');
    expect(say('network', [], direct, 'outage').decision).toBe('account-compromise');
    expect(say('network', [], { directEvidence: true }, 'network').decision).toBe('account-compromise');
    expect(say('network', [], direct, 'network').alarm).toBe('act');
  });
});
