import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFeedClient } from '../../../lib/feed/client.ts';
import { createMemoryArea } from '../../../lib/storage/memory-area.ts';
import { makeCertificates } from '../../platform/certificate.ts';
import { harmless } from './attacks/attack.ts';
import { behave, startHostileServer } from './attacks/hostile-server.ts';
import { WIRE_ATTACKS, type Misbehaviour } from './attacks/wire.ts';
import { feedBytes, MINUTE, NOW, payloadOf, trustOf } from './signing-kit.ts';

let server: Awaited<ReturnType<typeof startHostileServer>>;
beforeAll(async () => {
  server = await startHostileServer();
});
afterAll(() => server.close());

/** A reader in the real network, of the hostile server unless told otherwise, who has read a good feed a minute ago. */
const makeReader = async (base = server.base) => {
  const clock = { now: NOW };
  const area = createMemoryArea();
  const trust = await trustOf();
  const client = (at: string, timeLimit?: number) =>
    createFeedClient({
      ...{ trust, bases: [at], fetch, area, now: () => clock.now, random: () => 0 },
      ...(timeLimit === undefined ? {} : { timeLimit }),
    });
  const good = async (sequence: number) => {
    server.state.good = await feedBytes(payloadOf({ sequence }));
    server.state.act = behave;
    return client(server.base).refresh('event');
  };
  expect(await good(100)).toMatchObject({ state: 'verified' });
  clock.now += MINUTE;
  return {
    clock,
    good,
    current: (at = clock.now) => client(base).current(at),
    async suffer(act: Misbehaviour, timeLimit?: number) {
      server.requests.length = 0;
      server.state.good = await feedBytes(payloadOf({ sequence: 101 }));
      server.state.act = act;
      return client(base, timeLimit).refresh('event');
    },
  };
};

describe('a server that', () => {
  it.each(WIRE_ATTACKS.map((attack) => [attack.what, attack.fault, attack.act] as const))(
    '%s: %s',
    async (_what, fault, act) => {
      const { clock, good, current, suffer } = await makeReader();
      // Only who waits for it to end must be quick.
      const attempt = await suffer(act, fault === 'timeout' ? 60 : 20_000);
      const [standing, later] = [await current(), await current(clock.now + 10 * MINUTE)];
      clock.now += MINUTE;
      const healed = await good(103);
      expect({ attempt, standing, later, healed }).toMatchObject(harmless(fault));
      expect(server.requests.filter(({ url }) => url !== '/v1/feed.json')).toEqual([]);
      expect(server.elsewhereAsked).toEqual([]);
    },
  );

  it('sets a cookie and a validator gets neither back', async () => {
    const { suffer } = await makeReader();
    const headers = {
      'set-cookie': 'reader=1',
      etag: '"reader-1"',
      'last-modified': new Date(0).toUTCString(),
    };
    const tag: Misbehaviour = (answer, given) => {
      for (const [name, value] of Object.entries(headers)) answer.setHeader(name, value);
      behave(answer, given);
    };
    await suffer(tag);
    const again = await makeReader();
    await again.suffer(tag);
    const sent = server.requests.flatMap(({ headers: names }) => Object.keys(names));
    expect(sent).toContain('host');
    for (const name of ['cookie', 'if-none-match', 'if-modified-since', 'referer', 'origin'])
      expect(sent).not.toContain(name);
  });

  it.each([
    ['120', 120_000],
    ['0', 60_000],
    ['99999999', 24 * 60 * MINUTE],
    ['99999999999999999999', 60_000],
    ['-5', 60_000],
    ['soon', 60_000],
    [new Date(NOW + 11 * MINUTE).toUTCString(), 10 * MINUTE],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 24 * 60 * MINUTE],
  ])('asks to be left alone for "%s" is left alone for %i ms', async (retryAfter, wait) => {
    const { clock, suffer } = await makeReader();
    const refuse: Misbehaviour = (answer) => void answer.writeHead(503, { 'retry-after': retryAfter }).end();
    expect(await suffer(refuse)).toMatchObject({ state: 'unreachable', fault: 'status' });
    clock.now += wait - 1;
    expect(await suffer(behave)).toMatchObject({ asked: false });
    clock.now += 1;
    expect(await suffer(behave)).toMatchObject({ asked: true });
  });
});

describe('a network that', () => {
  it('shows a certificate which nobody trusts, or none, keeps the feed from being read', async () => {
    const { foreign } = await makeCertificates(['localhost']);
    const portal = createTlsServer(foreign, (_request, answer) => void answer.end('<html>'));
    await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve));
    const addresses = [
      `https://localhost:${(portal.address() as AddressInfo).port}`,
      server.base.replace('http:', 'https:'),
    ];
    for (const base of addresses) {
      const { suffer, current } = await makeReader(base);
      expect(await suffer(behave)).toMatchObject({ state: 'unreachable', fault: 'network', payload: null });
      expect(await current()).toMatchObject({ state: 'verified', payload: { sequence: 100 } });
    }
    portal.closeAllConnections();
    portal.close();
  });

  it('has nobody at the address keeps the feed from being read', async () => {
    const { suffer } = await makeReader('http://127.0.0.1:1');
    expect(await suffer(behave)).toMatchObject({ state: 'unreachable', fault: 'network', payload: null });
  });
});
