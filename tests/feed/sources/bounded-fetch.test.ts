import { createServer, type AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createBoundedFetch } from '../../../feed/sources/bounded-fetch.ts';
import { listen, type Loopback } from './loopback.ts';

const LIMITS = { bytes: 100_000, ms: 5_000, types: ['application/json'] };
const JSON_TYPE = { 'content-type': 'application/json' };
const MEGABYTE = 1024 * 1024;

const fetch = createBoundedFetch();
const open: Loopback[] = [];

const serve = async (answer: RequestListener): Promise<string> => {
  const loopback = await listen(answer);
  open.push(loopback);
  return loopback.base;
};

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

describe('a bounded fetch', () => {
  it('brings the text of a welcome type, whatever its parameters', async () => {
    const base = await serve((_, answer) => {
      answer.writeHead(200, { 'content-type': 'Application/JSON; charset=utf-8' }).end('{"é":1}');
    });
    expect(await fetch(base, LIMITS)).toEqual({
      ok: true,
      status: 200,
      type: 'application/json',
      text: '{"é":1}',
    });
  });

  it('reads an older character set as the header names it', async () => {
    const base = await serve((_, answer) => {
      answer.writeHead(200, { 'content-type': 'application/json; charset=iso-8859-1' });
      answer.end(Buffer.from('caf\u00e9', 'latin1'));
    });
    expect(await fetch(base, LIMITS)).toMatchObject({ text: 'café' });
  });

  it('names the project, and sends no cookie, no referrer and no credentials', async () => {
    let seen: NodeJS.Dict<string | string[]> = {};
    const base = await serve((request, answer) => {
      seen = request.headers;
      answer.writeHead(200, { ...JSON_TYPE, 'set-cookie': 'a=1' }).end('1');
    });
    await fetch(base, LIMITS);
    await fetch(base, LIMITS);
    expect(seen['user-agent']).toMatch(/^OutageOrHacked\//);
    expect([seen['cookie'], seen['referer'], seen['authorization']]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('refuses a page of HTML where data were expected', async () => {
    const base = await serve((_, answer) => {
      answer.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>');
    });
    expect(await fetch(base, LIMITS)).toEqual({ ok: false, fault: 'wrong-type' });
  });

  it('refuses an answer without a type', async () => {
    const base = await serve((_, answer) => {
      answer.writeHead(200).end('{}');
    });
    expect(await fetch(base, LIMITS)).toEqual({ ok: false, fault: 'wrong-type' });
  });

  it('tells the status of an error without reading its text', async () => {
    const base = await serve((_, answer) => {
      answer.writeHead(503, { 'content-type': 'text/html' }).end('x'.repeat(MEGABYTE));
    });
    expect(await fetch(base, LIMITS)).toEqual({ ok: true, status: 503, type: 'text/html', text: '' });
  });

  it('waits no longer than it may for a server that hangs', async () => {
    const base = await serve(() => undefined);
    expect(await fetch(base, { ...LIMITS, ms: 150 })).toEqual({ ok: false, fault: 'timeout' });
  });

  it('waits no longer for one that sends a little now and then', async () => {
    const base = await serve((_, answer) => {
      answer.writeHead(200, JSON_TYPE);
      const dripping = setInterval(() => answer.write(' '), 20);
      answer.on('close', () => {
        clearInterval(dripping);
      });
    });
    expect(await fetch(base, { ...LIMITS, ms: 200 })).toEqual({ ok: false, fault: 'timeout' });
  });

  it('reads no further than the cap of an endless answer, and hangs up', async () => {
    let sent = 0;
    let hungUp: () => void;
    const closed = new Promise<void>((resolve) => (hungUp = resolve));
    const base = await serve((_, answer) => {
      answer.writeHead(200, JSON_TYPE);
      const block = Buffer.alloc(64 * 1024, 32);
      const pump = (): void => {
        while (!answer.destroyed && sent < 1024 * MEGABYTE) {
          sent += block.length;
          if (!answer.write(block)) {
            answer.once('drain', pump);
            return;
          }
        }
      };
      answer.on('close', () => {
        hungUp();
      });
      pump();
    });
    expect(await fetch(base, LIMITS)).toEqual({ ok: false, fault: 'too-large' });
    await closed;
    expect(sent).toBeLessThan(64 * MEGABYTE);
  });

  it('believes a header that promises more than the cap', async () => {
    const base = await serve((_, answer) => {
      answer.writeHead(200, { ...JSON_TYPE, 'content-length': 1024 * MEGABYTE });
      answer.flushHeaders();
    });
    expect(await fetch(base, LIMITS)).toEqual({ ok: false, fault: 'too-large' });
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(64 * MEGABYTE))],
    ['br', brotliCompressSync(Buffer.alloc(64 * MEGABYTE))],
  ])('counts what was unpacked of %s', async (encoding, bomb) => {
    expect(bomb.length).toBeLessThan(LIMITS.bytes);
    const base = await serve((_, answer) => {
      answer.writeHead(200, { ...JSON_TYPE, 'content-encoding': encoding }).end(bomb);
    });
    expect(await fetch(base, LIMITS)).toEqual({ ok: false, fault: 'too-large' });
  });

  it('reads an answer that fills the cap to the byte', async () => {
    const base = await serve((_, answer) => {
      answer.writeHead(200, JSON_TYPE).end('x'.repeat(LIMITS.bytes));
    });
    expect(await fetch(base, LIMITS)).toMatchObject({ ok: true });
  });

  it.each([
    [
      'ends in the middle of what it promised',
      'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{',
    ],
    [
      'ends in the middle of a chunk',
      'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n40\r\n{',
    ],
    ['ends without a word', ''],
    ['speaks another language', 'SSH-2.0-OpenSSH\r\n'],
    ['floods with headers', `HTTP/1.1 200 OK\r\n${'a: b\r\n'.repeat(20_000)}\r\n`],
  ])('finds a server that %s unreachable', async (_what, bytes) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined).once('data', () => socket.end(bytes));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await fetch(`http://127.0.0.1:${port}/`, LIMITS)).toEqual({ ok: false, fault: 'unreachable' });
    await new Promise((resolve) => server.close(resolve));
  });

  it('finds a closed port, a name that is none and a text that is no address unreachable', async () => {
    const gone = await listen(() => undefined);
    await gone.close();
    for (const address of [
      gone.base,
      'http://name.invalid/',
      'nothing',
      'file:///etc/passwd',
      'ftp://a.example/',
    ])
      expect(await fetch(address, LIMITS)).toEqual({ ok: false, fault: 'unreachable' });
  });

  it('follows a redirect on the same host', async () => {
    const base = await serve((request, answer) => {
      if (request.url === '/there') answer.writeHead(200, JSON_TYPE).end('1');
      else answer.writeHead(302, { location: '/there' }).end('x'.repeat(MEGABYTE));
    });
    expect(await fetch(base, LIMITS)).toMatchObject({ ok: true, text: '1' });
  });

  it.each([
    ['another host', 'http://localhost:1/'],
    ['another port', 'http://127.0.0.1:1/'],
    ['a file', 'file:///etc/passwd'],
    ['nowhere', 'http://'],
  ])('does not follow one to %s', async (_where, location) => {
    let asked = 0;
    const base = await serve((_, answer) => {
      asked += 1;
      answer.writeHead(301, { location }).end();
    });
    expect(await fetch(base, LIMITS)).toEqual({ ok: false, fault: 'elsewhere' });
    expect(asked).toBe(1);
  });

  it('does not follow one to another name of the same machine', async () => {
    let asked = 0;
    const base = await serve((request, answer) => {
      asked += 1;
      answer.writeHead(301, { location: `http://localhost:${request.socket.localPort}/` }).end();
    });
    expect(await fetch(base, LIMITS)).toEqual({ ok: false, fault: 'elsewhere' });
    expect(asked).toBe(1);
  });

  it('goes in circles four times at most', async () => {
    let asked = 0;
    const base = await serve((_, answer) => {
      asked += 1;
      answer.writeHead(307, { location: '/again' }).end();
    });
    expect(await fetch(base, LIMITS)).toEqual({ ok: false, fault: 'elsewhere' });
    expect(asked).toBe(4);
  });
});
