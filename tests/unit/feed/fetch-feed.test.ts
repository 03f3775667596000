import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addressOf, fetchSigned, type FetchPort } from '../../../lib/feed/fetch-feed.ts';
import { NOW } from './signing-kit.ts';

const TYPE = { 'content-type': 'application/jose+json' };
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const requests: IncomingMessage[] = [];
const server = createServer((request, response) => {
  requests.push(request);
  answer(request, response);
});
let base = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const ask = (timeLimit?: number) => {
  requests.length = 0;
  return fetchSigned(fetch, addressOf(base, 'feed.json'), NOW, timeLimit);
};
const send =
  (status: number, headers: Record<string, string>, body: string | Buffer = '') =>
  (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status, headers).end(body);
  };

describe('fetching a signed file', () => {
  it('gives the bytes of a good answer', async () => {
    answer = send(200, { 'content-type': 'Application/JOSE+JSON; charset=utf-8' }, '{}');
    const got = await ask();
    expect(got.ok && new TextDecoder().decode(got.bytes)).toBe('{}');
    expect(requests.map((request) => request.url)).toEqual(['/v1/feed.json']);
  });

  it('asks with nothing that would name the reader', async () => {
    answer = send(200, TYPE, '{}');
    await ask();
    const { headers } = requests[0] as IncomingMessage;
    for (const name of ['cookie', 'referer', 'authorization', 'if-none-match', 'if-modified-since'])
      expect(headers[name]).toBeUndefined();
    const port = vi.fn<FetchPort>(async () => new Response('{}', { headers: TYPE }));
    await fetchSigned(port, 'https://feed.example/v1/feed.json', NOW);
    expect(port.mock.calls[0]?.[1]).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-store',
    });
  });

  it('follows no redirect', async () => {
    answer = (request, response) =>
      request.url === '/v1/feed.json'
        ? send(302, { location: '/elsewhere' })(request, response)
        : send(200, TYPE, '{}')(request, response);
    expect(await ask()).toEqual({ ok: false, fault: 'network', retryAfter: null });
    expect(requests).toHaveLength(1);
  });

  it.each([404, 500, 503, 204, 304])('takes an answer %i for none', async (status) => {
    answer = send(status, TYPE);
    expect(await ask()).toEqual({ ok: false, fault: 'status', retryAfter: null });
  });

  it('hands on for how long the server wants to be left alone', async () => {
    answer = send(503, { ...TYPE, 'retry-after': '120' });
    expect(await ask()).toEqual({ ok: false, fault: 'status', retryAfter: 120 });
  });

  it.each(['text/html', 'application/json', ''])('refuses the type "%s"', async (type) => {
    answer = send(200, { 'content-type': type }, '{}');
    expect(await ask()).toMatchObject({ ok: false, fault: 'content-type' });
  });

  it('reads as much as is allowed', async () => {
    answer = send(200, TYPE, Buffer.alloc(65_536, 0x20));
    expect(await ask()).toMatchObject({ ok: true });
  });

  it('reads no more than is allowed when the length is told', async () => {
    answer = send(200, { ...TYPE, 'content-length': '65537' }, Buffer.alloc(65_537, 0x20));
    expect(await ask()).toMatchObject({ ok: false, fault: 'too-large' });
  });

  it('stops reading an answer that never ends, and hangs up', async () => {
    const hungUp = new Promise<void>((resolve) => {
      answer = (_request, response) => {
        response.writeHead(200, TYPE);
        const chunk = Buffer.alloc(16_384, 0x20);
        const more = () => {
          while (!response.destroyed && response.write(chunk));
        };
        response.on('drain', more).on('close', resolve);
        more();
      };
    });
    expect(await ask()).toMatchObject({ ok: false, fault: 'too-large' });
    await hungUp;
  });

  it.each([
    ['never answers', () => {}],
    [
      'stops in the middle',
      (_request: IncomingMessage, response: ServerResponse) => {
        response.writeHead(200, TYPE).write('{');
      },
    ],
  ])('gives up on a server that %s', async (_what, behaviour) => {
    answer = behaviour;
    expect(await ask(50)).toMatchObject({ ok: false, fault: 'timeout' });
  });

  it('gives up after 8 s, headers and body together, and not sooner', async () => {
    vi.useFakeTimers();
    try {
      const slow: FetchPort = async (_address, { signal }) => {
        const body = new ReadableStream({
          start: (stream) => signal?.addEventListener('abort', () => stream.error(signal.reason)),
        });
        await new Promise((resolve) => setTimeout(resolve, 5_000));
        return new Response(body, { headers: TYPE });
      };
      let given: unknown = null;
      const asked = fetchSigned(slow, 'https://feed.example', NOW).then((got) => (given = got));
      await vi.advanceTimersByTimeAsync(7_999);
      expect(given).toBeNull();
      await vi.advanceTimersByTimeAsync(1);
      expect(await asked).toMatchObject({ ok: false, fault: 'timeout' });
    } finally {
      vi.useRealTimers();
    }
  });

  it('tells of a connection that breaks', async () => {
    answer = (request) => request.socket.destroy();
    expect(await ask()).toMatchObject({ ok: false, fault: 'network' });
  });

  it('never throws, whatever the address', async () => {
    expect(await fetchSigned(fetch, 'no address', NOW)).toMatchObject({ ok: false, fault: 'network' });
  });
});

describe('the address of a file', () => {
  it.each([
    ['https://feed.example', 'https://feed.example/v1/feed.json'],
    ['https://feed.example/', 'https://feed.example/v1/feed.json'],
    ['https://feed.example/mine//', 'https://feed.example/mine/v1/feed.json'],
  ])('under %s is %s', (under, address) => {
    expect(addressOf(under, 'feed.json')).toBe(address);
  });
});
