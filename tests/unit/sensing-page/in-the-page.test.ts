// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PageKind } from '../../../lib/model/page-kind.ts';
import { awaitOutcome } from '../../../lib/sensing/page/await-outcome.ts';
import { countFailures } from '../../../lib/sensing/page/failed-requests.ts';
import { watchNavigation } from '../../../lib/sensing/page/navigation.ts';
import { watchSignIn } from '../../../lib/sensing/page/sent-sign-in.ts';
import { startOnce } from '../../../lib/sensing/page/start-once.ts';

const show = (html: string): void =>
  document.body.replaceChildren(document.createRange().createContextualFragment(html));

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

describe('a sent sign-in', () => {
  const form = (field: string): HTMLFormElement => {
    show(`<form><input name="querySelector">${field}<button>Go</button></form>`);
    const found = document.body.firstElementChild as HTMLFormElement;
    found.addEventListener('submit', (event) => event.preventDefault(), { once: true });
    return found;
  };
  const watch = () => {
    let time = 0;
    const sent = vi.fn();
    const stop = watchSignIn(document, sent, () => (time += 1_000));
    return { sent, stop };
  };

  test('is noticed when the browser itself submits a form with a password', () => {
    const { sent, stop } = watch();
    form('<input type="password">').requestSubmit();
    expect(sent).toHaveBeenCalledOnce();
    stop();
    form('<input type="password">').requestSubmit();
    expect(sent).toHaveBeenCalledOnce();
  });

  test.each([
    [
      'an event that a script made',
      () => form('<input type="password">').dispatchEvent(new Event('submit', { bubbles: true })),
    ],
    [
      'a key that a script pressed',
      () => {
        const field = form('<input type="password">').elements[1];
        field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      },
    ],
    ['a form without a password', () => form('<input type="text">').requestSubmit()],
    [
      'a password that is being chosen',
      () => form('<input type="password" autocomplete="new-password">').requestSubmit(),
    ],
  ])('is not %s', (_name, act) => {
    const { sent, stop } = watch();
    act();
    stop();
    expect(sent).not.toHaveBeenCalled();
  });

  test('is one, however many events a press makes', () => {
    const sent = vi.fn();
    const stop = watchSignIn(document, sent, () => 1_000);
    const sender = form('<input type="password">');
    sender.requestSubmit();
    sender.addEventListener('submit', (event) => event.preventDefault());
    sender.requestSubmit();
    stop();
    expect(sent).toHaveBeenCalledOnce();
  });
});

describe('the outcome of a sign-in', () => {
  const change = async (): Promise<void> => {
    show('<p>changed</p>');
    await Promise.resolve();
  };

  test('is told once when the page shows it', async () => {
    let page: PageKind | null = 'login';
    const outcome = vi.fn();
    awaitOutcome(document, () => page, outcome);
    await change();
    vi.advanceTimersByTime(300);
    expect(outcome).not.toHaveBeenCalled();
    page = 'wrong-password';
    await change();
    vi.advanceTimersByTime(300);
    await change();
    vi.advanceTimersByTime(300);
    expect(outcome.mock.calls).toEqual([['wrong-password']]);
  });

  test('is not what the page said before; that must have gone in between', async () => {
    let page: PageKind | null = 'wrong-password';
    const outcome = vi.fn();
    awaitOutcome(document, () => page, outcome);
    await change();
    vi.advanceTimersByTime(300);
    expect(outcome).not.toHaveBeenCalled();
    page = 'login';
    await change();
    vi.advanceTimersByTime(300);
    page = 'wrong-password';
    await change();
    vi.advanceTimersByTime(300);
    expect(outcome).toHaveBeenCalledOnce();
  });

  test('is looked for at most once in a quarter of a second, and for a minute', async () => {
    const look = vi.fn((): PageKind | null => 'login');
    awaitOutcome(document, look, vi.fn());
    for (let round = 0; round < 500; round += 1) {
      await change();
      vi.advanceTimersByTime(1);
    }
    expect(look.mock.calls.length).toBeLessThanOrEqual(3);
    vi.advanceTimersByTime(60_000);
    const before = look.mock.calls.length;
    await change();
    vi.advanceTimersByTime(1_000);
    expect(look.mock.calls.length).toBe(before);
  });
});

describe('failed requests', () => {
  const timing = (name: string, responseStatus: number, responseEnd = 10, initiatorType = 'fetch') => ({
    name,
    responseStatus,
    responseEnd,
    initiatorType,
  });
  const origin = 'https://www.facebook.com';

  test('are counted by what they mean, of the own origin, of scripts, and not twice', () => {
    const timings = [
      timing(`${origin}/api/a`, 503),
      timing(`${origin}/api/b`, 500, 10, 'xmlhttprequest'),
      timing(`${origin}/api/c`, 429),
      timing(`${origin}/api/d`, 404),
      timing(`${origin}/api/e`, 200),
      timing(`${origin}/api/f`, 0),
      timing(`${origin}/old`, 500, 4),
      timing(`${origin}/picture`, 500, 10, 'img'),
      timing(`${origin}.evil.example/`, 500),
    ];
    expect(countFailures(timings, origin, 5)).toEqual({
      type: 'failed-requests',
      serverErrors: 2,
      rateLimited: 1,
      clientErrors: 1,
    });
  });

  test('are nothing to tell where there are none', () => {
    expect(countFailures([timing(`${origin}/`, 200)], origin, 0)).toBeNull();
  });
});

describe('navigation within a page', () => {
  test('is told once when it has settled, and no more after the stop', () => {
    const navigation = new EventTarget();
    const view = Object.assign(new EventTarget(), { navigation }) as unknown as Window & typeof globalThis;
    const settled = vi.fn();
    const stop = watchNavigation(view, settled);
    navigation.dispatchEvent(new Event('currententrychange'));
    navigation.dispatchEvent(new Event('currententrychange'));
    expect(settled).not.toHaveBeenCalled();
    vi.advanceTimersByTime(400);
    expect(settled).toHaveBeenCalledOnce();
    view.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
    vi.advanceTimersByTime(400);
    expect(settled).toHaveBeenCalledOnce();
    view.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    vi.advanceTimersByTime(400);
    expect(settled).toHaveBeenCalledTimes(2);
    stop();
    navigation.dispatchEvent(new Event('currententrychange'));
    vi.advanceTimersByTime(400);
    expect(settled).toHaveBeenCalledTimes(2);
  });
});

describe('starting', () => {
  test('happens once in a document; what an orphan left behind is stopped and replaced', () => {
    const world = {};
    let alive = true;
    const stop = vi.fn();
    const start = vi.fn(() => stop);
    startOnce(world, () => alive, start);
    startOnce(world, () => true, start);
    expect(start).toHaveBeenCalledOnce();
    alive = false;
    startOnce(world, () => true, start);
    expect(stop).toHaveBeenCalledOnce();
    expect(start).toHaveBeenCalledTimes(2);
  });
});
