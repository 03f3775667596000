import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FromContent } from '../../../lib/messaging/from-content.ts';
import type { PageKind } from '../../../lib/model/page-kind.ts';
import type { FailedRequests } from '../../../lib/sensing/page/failed-requests.ts';
import { startPageSensor } from '../../../lib/sensing/page/page-sensor.ts';

const setUp = (first: PageKind | null) => {
  const state = {
    page: first,
    failures: null as FailedRequests | null,
    alive: true,
    looks: 0,
    listening: false,
    sent: [] as FromContent[],
  };
  const heard = new Map<string, (page?: PageKind) => void>();
  const ear = (name: string) => (listener: (page: PageKind) => void) => {
    heard.set(name, listener as (page?: PageKind) => void);
    return () => void heard.delete(name);
  };
  const stop = startPageSensor({
    look: () => ((state.looks += 1), state.page),
    failures: () => state.failures,
    send: (message) => void state.sent.push(message),
    alive: () => state.alive,
    onNavigation: ear('navigation'),
    onAsked: ear('asked'),
    onSignIn: ear('sign-in'),
    awaitOutcome: ear('outcome'),
  });
  return { state, heard, stop };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the page sensor', () => {
  test.each(['home', 'public'] as const)('looks once at a page of kind %s and says nothing', (kind) => {
    const { state } = setUp(kind);
    vi.advanceTimersByTime(60_000);
    expect(state.looks).toBe(1);
    expect(state.sent).toEqual([]);
  });

  test('does not listen for sign-ins where the person is signed in', () => {
    expect(setUp('home').heard.get('sign-in')).toBeUndefined();
    expect(setUp('public').heard.get('sign-in')).toBeDefined();
  });

  test('tells a page that is out of the ordinary once', () => {
    const { state } = setUp('locked');
    vi.advanceTimersByTime(60_000);
    expect(state.sent).toEqual([{ type: 'page', page: 'locked' }]);
  });

  test('looks again, but not for ever, while the page may still be drawn', () => {
    const { state } = setUp('login');
    state.page = 'wrong-password';
    vi.advanceTimersByTime(1_000);
    expect(state.sent.map((message) => message.type === 'page' && message.page)).toEqual([
      'login',
      'wrong-password',
    ]);

    const shell = setUp(null);
    vi.advanceTimersByTime(600_000);
    expect(shell.state.looks).toBe(4);
    expect(shell.state.sent).toEqual([]);
  });

  test('looks anew after a navigation and tells the same kind again', () => {
    const { state, heard } = setUp('error');
    heard.get('navigation')?.();
    expect(state.sent).toHaveLength(2);
  });

  test.each([null, 'home', 'public'] as const)('answers when it is asked, also with %s', (kind) => {
    const { state, heard } = setUp(kind);
    heard.get('asked')?.();
    expect(state.sent).toEqual([{ type: 'page', page: kind }]);
  });

  test('tells that a sign-in was sent and what came of it, also when it was accepted', () => {
    const { state, heard } = setUp('login');
    heard.get('sign-in')?.();
    heard.get('outcome')?.('home');
    expect(state.sent.slice(1)).toEqual([{ type: 'sign-in-sent' }, { type: 'page', page: 'home' }]);
  });

  test('tells failed requests, but not a lone refusal on a page that works', () => {
    const refused = { type: 'failed-requests', serverErrors: 0, rateLimited: 0, clientErrors: 1 } as const;
    const { state, heard } = setUp('home');
    state.failures = refused;
    heard.get('navigation')?.();
    expect(state.sent).toEqual([]);
    state.failures = { ...refused, serverErrors: 2 };
    heard.get('navigation')?.();
    expect(state.sent).toEqual([state.failures]);
  });

  test('an orphan of an updated extension falls silent and lets go of everything', () => {
    const { state, heard } = setUp('login');
    state.alive = false;
    heard.get('navigation')?.();
    vi.advanceTimersByTime(60_000);
    expect(state.sent).toHaveLength(1);
    expect([...heard.keys()]).toEqual([]);
  });
});
