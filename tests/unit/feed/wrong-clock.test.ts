import { describe, expect, it } from 'vitest';
import { toTimestamp } from '../../../lib/model/timestamp.ts';
import { FIRST, issuedAt, makeWorld } from './client-setup.ts';
import { bytesOf, feedBytes, feedKey, MINUTE, NOW, payloadOf, stranger } from './signing-kit.ts';

const HOUR = 60 * MINUTE;

/** A server whose clock is right and whose feed was issued a minute ago, and a reader whose clock is off by so much. */
const readWith = async (off: number, headers: Record<string, string>, signer = feedKey) => {
  const world = await makeWorld();
  const payload = payloadOf(issuedAt(NOW - MINUTE));
  world.files.set(`${FIRST}/v1/feed.json`, await feedBytes(payload, [signer]));
  world.headers = headers;
  world.now = NOW + off;
  const outcome = await world.client([FIRST]).refresh('event');
  return [outcome.state, outcome.fault, (await world.client([FIRST]).current(world.now)).fault];
};

const date = (at: number) => ({ date: new Date(at).toUTCString() });

describe('a clock that is wrong', () => {
  it.each([3 * HOUR, -3 * HOUR, 10 * MINUTE, -10 * MINUTE])(
    'by %i ms is known from the clock of the server, by which the feed holds',
    async (off) => {
      expect(await readWith(off, date(NOW))).toEqual(['stale', 'clock-off', 'clock-off']);
    },
  );

  it('by less than the feed allows for is no hindrance', async () => {
    expect(await readWith(4 * MINUTE, date(NOW))).toEqual(['verified', null, null]);
    expect(await readWith(-4 * MINUTE, date(NOW))).toEqual(['verified', null, null]);
  });

  it('is not supposed where the browser shows no clock of the server, or one that says nothing', async () => {
    for (const headers of [{}, { date: '' }, { date: 'noon' }, { ...date(NOW), age: 'long' }]) {
      expect(await readWith(3 * HOUR, headers)).toEqual(['stale', 'expired', 'expired']);
      expect(await readWith(-3 * HOUR, headers)).toEqual(['invalid', 'issued-in-future', 'issued-in-future']);
    }
  });

  it('is not supposed where the server agrees that the feed is old', async () => {
    expect(await readWith(3 * HOUR, date(NOW + 3 * HOUR))).toEqual(['stale', 'expired', 'expired']);
  });

  it('is not supposed of an old copy in a cache, which says how old it is', async () => {
    const old = { ...date(NOW), age: String((3 * HOUR) / 1000) };
    expect(await readWith(3 * HOUR, old)).toEqual(['stale', 'expired', 'expired']);
    expect(await readWith(3 * HOUR, { ...date(NOW - MINUTE), age: '60' })).toEqual([
      'stale',
      'clock-off',
      'clock-off',
    ]);
  });

  it('is not supposed for a few seconds at the end of a feed', async () => {
    expect(await readWith(9 * MINUTE + 1000, date(NOW + 9 * MINUTE - 1000))).toEqual([
      'stale',
      'expired',
      'expired',
    ]);
  });

  it('excuses nothing else that is wrong with a feed', async () => {
    const forged = await readWith(3 * HOUR, date(NOW), { ...stranger, kid: feedKey.kid });
    expect(forged[1]).toBe('signature-wrong');
    const world = await makeWorld();
    await world.publish();
    await world.client([FIRST]).refresh('event');
    const replayed = payloadOf({
      sequence: 99,
      issuedAt: toTimestamp(NOW),
      expiresAt: toTimestamp(NOW + MINUTE),
    });
    world.files.set(`${FIRST}/v1/feed.json`, await feedBytes(replayed));
    world.headers = date(NOW);
    world.now += HOUR;
    expect(await world.client([FIRST]).refresh('event')).toMatchObject({ fault: 'expired' });
    world.files.set(`${FIRST}/v1/feed.json`, bytesOf('{}'));
    world.now += HOUR;
    expect(await world.client([FIRST]).refresh('event')).toMatchObject({ fault: 'not-signed' });
  });

  it('that has been set right reads the feed again', async () => {
    const world = await makeWorld();
    world.headers = date(NOW);
    world.now = NOW + 3 * HOUR;
    expect(await world.client([FIRST]).refresh('event')).toMatchObject({ fault: 'clock-off' });
    world.now = NOW + MINUTE;
    expect(await world.client([FIRST]).refresh('event')).toMatchObject({ state: 'verified', fault: null });
  });
});
