import { describe, expect, it } from 'vitest';
import { createFeedClient } from '../../../lib/feed/client.ts';
import { isTampering } from '../../../lib/feed/feed-fault.ts';
import { feedObservations } from '../../../lib/feed/feed-observations.ts';
import type { FeedPayload } from '../../../lib/model/feed.ts';
import { createMemoryArea } from '../../../lib/storage/memory-area.ts';
import { signedIn } from '../../fixtures/app/fake-parts.ts';
import { stage, type Stage } from '../../fixtures/app/stage.ts';
import { issuedAt } from '../feed/client-setup.ts';
import { bytesOf, feedBytes, keysetOf, payloadOf, signKeys, trustOf } from '../feed/signing-kit.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const KEYS = keysetOf({ expiresAt: '2030-01-01T00:00:00.000Z' });

/** The background with the real client of the feed, whose server notes every question. */
const onStage = async () => {
  const show = await stage();
  const { world, parts } = show;
  const server = { up: true, asked: [] as number[] };
  let sequence = 100;
  const feed = async (): Promise<Uint8Array> => {
    const changes: Partial<FeedPayload> = { sequence: ++sequence, ...issuedAt(world.now) };
    return feedBytes(payloadOf(changes));
  };
  const client = createFeedClient({
    ...{ trust: await trustOf(KEYS), bases: ['https://feed.example'], area: createMemoryArea() },
    now: () => world.now,
    random: () => 0.5,
    fetch: async (address) => {
      if (address.endsWith('feed.json')) server.asked.push(world.now);
      if (!server.up) throw new TypeError('cannot connect');
      const file = address.endsWith('feed.json') ? await feed() : bytesOf(await signKeys(KEYS));
      return new Response(Uint8Array.from(file), { headers: { 'content-type': 'application/jose+json' } });
    },
  });
  parts.feed.refresh = async (_choice, why, services) => {
    const outcome = await client.refresh(why);
    const { asked, state, payload, fault } = outcome;
    const at = asked ? world.now : Math.min(outcome.readAt ?? Infinity, world.now);
    const name = payload ? `verified:1:${payload.sequence}` : `absent:${state}`;
    return {
      observations: feedObservations(outcome, services, at),
      reading: payload || asked ? name : null,
      standing: !asked,
      tampered: asked && isTampering(fault),
      unreachable: asked && state === 'unreachable',
    };
  };
  return { ...show, server };
};

/** Alarms and timers that would wake the extension. */
const wakeUps = ({ world }: Pick<Stage, 'world'>) => [...world.alarms.keys(), ...world.timers];

const visit = async (show: Stage, status = 200) => {
  show.background.navigationAnswered({
    service: 'facebook',
    tabId: 1,
    url: 'https://www.facebook.com/',
    status,
  });
  await show.settle();
};

/** The most questions in any stretch of so many milliseconds. */
const mostWithin = (asked: readonly number[], length: number): number =>
  Math.max(0, ...asked.map((start) => asked.filter((at) => at >= start && at < start + length).length));

describe('on a day on which nothing happens', () => {
  it('nobody is asked, and nothing wakes the extension', async () => {
    const show = await onStage();
    await show.pass(DAY);
    show.kill();
    show.background.browserStarted();
    await show.pass(DAY);
    expect(show.server.asked).toEqual([]);
    expect(wakeUps(show)).toEqual([]);
  });

  it('a visit asks the feed on its routine, and leaves no wake-up behind', async () => {
    const show = await onStage();
    for (let minute = 0; minute < 30; minute += 1) {
      await visit(show);
      await show.pass(MINUTE);
    }
    // 300 s and half of the 120 s of jitter lie between two looks.
    expect(show.server.asked).toHaveLength(5);
    await show.pass(HOUR);
    expect(wakeUps(show)).toEqual([]);
    await show.pass(DAY);
    expect(show.server.asked).toHaveLength(5);
  });
});

describe('an incident', { timeout: 60_000 }, () => {
  it('that is over leaves nothing behind that asks or wakes', async () => {
    const show = await onStage();
    await show.thrownOut();
    await show.page('login');
    await show.pass(20 * MINUTE);
    expect(wakeUps(show)).not.toEqual([]);
    await show.cookie({ cause: 'explicit', removed: false }, signedIn());
    for (let turn = 0; turn < 3; turn += 1) {
      await visit(show);
      await show.pass(2 * MINUTE);
    }
    expect(await show.incident()).toMatchObject({ closedBy: 'recovered' });
    const asked = show.server.asked.length;
    await show.pass(DAY);
    expect(wakeUps(show)).toEqual([]);
    expect(show.server.asked).toHaveLength(asked);
  });

  it('that the person closes leaves nothing behind that asks or wakes', async () => {
    const show = await onStage();
    await show.thrownOut();
    await show.page('login');
    await show.pass(5 * MINUTE);
    await show.background.fromPages({ type: 'close-incident', incident: (await show.incident())?.id ?? '' });
    await show.settle();
    const asked = show.server.asked.length;
    await show.pass(DAY);
    expect(wakeUps(show)).toEqual([]);
    expect(show.server.asked).toHaveLength(asked);
  });

  it('that nobody looks after asks as often as the feed allows, and ends by itself with nothing left', async () => {
    const show = await onStage();
    await show.thrownOut();
    await show.page('login');
    await show.pass(HOUR);
    const { asked } = show.server;
    expect(mostWithin(asked, MINUTE)).toBeLessThanOrEqual(2);
    const later = asked.filter((at) => at > (asked[0] ?? 0) + 15 * MINUTE);
    // 300 s and half of the jitter of 120 s lie between two looks.
    expect(mostWithin(later, 360 * SECOND)).toBe(1);
    expect(later.length).toBeGreaterThanOrEqual(5);
    // The machine sleeps for a day; the alarms that were due ring when it wakes.
    show.world.now += DAY;
    await show.pass(2 * HOUR);
    expect((await show.incident())?.closedAt).not.toBeNull();
    const count = asked.length;
    await show.pass(DAY);
    expect(wakeUps(show)).toEqual([]);
    expect(asked).toHaveLength(count);
  });

  it('with a feed that fails asks it ever more seldom, whatever is looked at again', async () => {
    const show = await onStage();
    show.server.up = false;
    await show.thrownOut();
    await show.page('login');
    await show.pass(4 * HOUR);
    const { asked } = show.server;
    expect(mostWithin(asked, MINUTE)).toBeLessThanOrEqual(2);
    expect(
      mostWithin(
        asked.filter((at) => at > (asked[0] ?? 0) + 3 * HOUR),
        HOUR,
      ),
    ).toBeLessThanOrEqual(2);
    expect(asked.length).toBeLessThan(30);
  });
});

describe('a feed that fails', () => {
  it('is hit by what happens no more than once a minute, by visits ever more seldom', async () => {
    const show = await onStage();
    show.server.up = false;
    for (let turn = 0; turn < 60; turn += 1) {
      await visit(show);
      await show.pass(MINUTE);
    }
    expect(show.server.asked.length).toBeLessThanOrEqual(6);
    show.server.asked.length = 0;
    for (let turn = 0; turn < 30; turn += 1) {
      await visit(show, 503);
      await show.pass(10 * SECOND);
    }
    expect(mostWithin(show.server.asked, MINUTE)).toBeLessThanOrEqual(2);
  });

  it('is asked again when the clock was set far ahead, and set right', async () => {
    const show = await onStage();
    show.world.now += 30 * DAY;
    show.server.up = false;
    await visit(show);
    show.world.now -= 30 * DAY;
    show.server.up = true;
    await visit(show);
    expect(show.server.asked).toHaveLength(2);
  });
});
