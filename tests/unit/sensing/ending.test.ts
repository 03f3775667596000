import { describe, expect, it } from 'vitest';
import { attributeEnding, withPending, type EndingContext } from '../../../lib/sensing/session/ending.ts';

const AT = 1_700_000_000_000;
const pending = (cause: Parameters<typeof attributeEnding>[0]['cause']) => ({
  store: '0',
  service: 'facebook' as const,
  cause,
  at: AT,
});
const context = (over: Partial<EndingContext> = {}): EndingContext => ({
  loggedOutAt: null,
  deletedByServerAt: null,
  deviceForgotten: false,
  endsAt: AT + 86_400_000,
  browserStarted: false,
  explicitMeansLocal: true,
  ...over,
});

describe('who ended a session', () => {
  it('is the server when Chromium says that an expired cookie overwrote it', () => {
    expect(attributeEnding(pending('expired_overwrite'), context())).toBe('server');
  });

  it('is the person when a sign-out request went out up to ten seconds before', () => {
    expect(attributeEnding(pending('expired_overwrite'), context({ loggedOutAt: AT - 9_000 }))).toBe('user');
    expect(attributeEnding(pending('expired_overwrite'), context({ loggedOutAt: AT - 11_000 }))).toBe(
      'server',
    );
  });

  it('is the server in Firefox when an answer deleted the cookie, also when its headers are seen after the event', () => {
    const firefox = { explicitMeansLocal: false, deviceForgotten: true };
    expect(attributeEnding(pending('explicit'), context({ ...firefox, deletedByServerAt: AT + 40 }))).toBe(
      'server',
    );
    expect(
      attributeEnding(pending('explicit'), context({ ...firefox, deletedByServerAt: AT - 60_000 })),
    ).toBe('browser');
  });

  it('is the server in Firefox when the session alone was taken and the device is still known', () => {
    expect(attributeEnding(pending('explicit'), context({ explicitMeansLocal: false }))).toBe('server');
  });

  it('is this browser when Chromium says explicit; in Firefox when the device cookies are gone too', () => {
    expect(attributeEnding(pending('explicit'), context())).toBe('browser');
    const firefox = { explicitMeansLocal: false, deviceForgotten: true };
    expect(attributeEnding(pending('explicit'), context(firefox))).toBe('browser');
  });

  it('is the cookie’s own end when its last day has come, however it was noticed', () => {
    expect(attributeEnding(pending('expired'), context())).toBe('expiry');
    expect(attributeEnding(pending('missing'), context({ endsAt: AT - 1 }))).toBe('expiry');
    expect(attributeEnding(pending('missing'), context({ endsAt: null, browserStarted: true }))).toBe(
      'expiry',
    );
  });

  it('is not known when the session was only found missing', () => {
    expect(attributeEnding(pending('missing'), context())).toBe('unknown');
    const atStart = { browserStarted: true, deviceForgotten: true };
    expect(attributeEnding(pending('missing'), context(atStart))).toBe('unknown');
  });

  it('is this browser when the device cookies went too while it was running', () => {
    expect(attributeEnding(pending('missing'), context({ deviceForgotten: true }))).toBe('browser');
  });

  it('is an eviction when the browser says so', () => {
    expect(attributeEnding(pending('evicted'), context())).toBe('eviction');
  });
});

describe('pending endings', () => {
  it('keep the first time and the surer cause of one and the same end', () => {
    const first = { ...pending('missing'), at: AT - 100 };
    expect(withPending([first], pending('expired_overwrite'))).toEqual([
      { ...pending('expired_overwrite'), at: AT - 100 },
    ]);
    expect(withPending([pending('expired_overwrite')], { ...pending('explicit'), at: AT + 5 })).toEqual([
      pending('expired_overwrite'),
    ]);
  });

  it('of two services or two stores stand side by side', () => {
    const other = { ...pending('explicit'), service: 'instagram' as const };
    const container = { ...pending('explicit'), store: 'firefox-container-1' };
    expect(withPending(withPending([pending('explicit')], other), container)).toHaveLength(3);
  });
});
