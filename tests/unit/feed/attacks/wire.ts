import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { FeedFault } from '../../../../lib/feed/feed-fault.ts';

/** What a server can do to whoever asks it; `good` is the file that it should have sent, `elsewhere` another server. */
export type Misbehaviour = (
  answer: ServerResponse,
  given: { readonly good: Uint8Array; readonly elsewhere: string; readonly request: IncomingMessage },
) => void;

export interface WireAttack {
  readonly what: string;
  readonly fault: FeedFault;
  readonly act: Misbehaviour;
}

const TYPE = { 'content-type': 'application/jose+json' };
const MEGABYTE = Buffer.alloc(1024 * 1024, 0x20);
const attack = (fault: FeedFault, what: string, act: Misbehaviour): WireAttack => ({ what, fault, act });
const status =
  (code: number, headers: Record<string, string> = TYPE): Misbehaviour =>
  (answer, { good }) =>
    void answer.writeHead(code, headers).end(code === 204 || code === 304 ? undefined : good);
const typed =
  (type: string | readonly string[] | null): Misbehaviour =>
  (answer, { good }) =>
    void answer.writeHead(200, type === null ? {} : { 'content-type': type as string }).end(good);

/** Sends a piece again and again for as long as anybody reads. */
const forEver = (answer: ServerResponse, piece: Buffer): void => {
  const more = () => {
    while (!answer.destroyed && answer.write(piece));
  };
  answer.on('drain', more);
  more();
};

/** Sends one byte after another, each before anybody's patience ends. */
const drip = (answer: ServerResponse, bytes: Uint8Array): void => {
  let place = 0;
  const timer = setInterval(() => answer.write(bytes.subarray(place, ++place)), 5);
  answer.on('close', () => clearInterval(timer));
};

const REDIRECTS = [301, 302, 303, 307, 308].map((code) =>
  attack(
    'network',
    `sends the reader elsewhere with ${code}`,
    (answer, { elsewhere }) =>
      void answer.writeHead(code, { location: `${elsewhere}/v1/feed.json`, ...TYPE }).end(),
  ),
);
const STATUSES = [201, 203, 204, 206, 304, 400, 401, 403, 404, 410, 418, 429, 500, 502, 503, 511, 599].map(
  (code) => attack('status', `answers ${code}, with the feed behind it`, status(code)),
);
const TYPES = (
  [
    ['text/html'],
    ['application/json'],
    ['text/plain; a=application/jose+json'],
    ['application/jose'],
    [''],
    [null],
    ['application/jose+json-seq'],
  ] as const
).map(([type]) =>
  attack('content-type', `calls the feed ${type === null ? 'nothing' : `"${type}"`}`, typed(type)),
);

export const WIRE_ATTACKS: readonly WireAttack[] = [
  ...REDIRECTS,
  attack(
    'network',
    'sends the reader round in a circle',
    (answer, { request }) => void answer.writeHead(302, { location: request.url ?? '/' }).end(),
  ),
  attack('status', 'sends the reader nowhere', (answer) => void answer.writeHead(300, TYPE).end()),
  ...STATUSES,
  ...TYPES,
  attack(
    'content-type',
    'shows the sign-in page of its network',
    (answer) =>
      void answer
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end('<!doctype html><title>Welcome to our café</title>'),
  ),
  attack(
    'not-json',
    'shows that page under the right type',
    (answer) => void answer.writeHead(200, TYPE).end('<!doctype html><title>Welcome to our café</title>'),
  ),
  attack('not-json', 'sends nothing', (answer) => void answer.writeHead(200, TYPE).end()),
  attack(
    'too-large',
    'sends too much, and says so',
    (answer) =>
      void answer.writeHead(200, { ...TYPE, 'content-length': String(MEGABYTE.length) }).end(MEGABYTE),
  ),
  attack('too-large', 'sends too much in pieces', (answer) => void answer.writeHead(200, TYPE).end(MEGABYTE)),
  attack(
    'too-large',
    'says that it sends too much, and sends nothing',
    (answer) => void answer.writeHead(200, { ...TYPE, 'content-length': '99999999999' }).flushHeaders(),
  ),
  attack('too-large', 'sends without end', (answer) => {
    answer.writeHead(200, TYPE);
    forEver(answer, MEGABYTE);
  }),
  attack(
    'too-large',
    'sends 50 MB pressed into 50 kB',
    (answer) =>
      void answer
        .writeHead(200, { ...TYPE, 'content-encoding': 'gzip' })
        .end(gzipSync(Buffer.alloc(50 * MEGABYTE.length))),
  ),
  attack('too-large', 'sends pressed nothing without end', (answer) => {
    answer.writeHead(200, { ...TYPE, 'content-encoding': 'gzip' });
    forEver(answer, gzipSync(MEGABYTE));
  }),
  attack(
    'network',
    'says that it is pressed when it is not',
    (answer, { good }) => void answer.writeHead(200, { ...TYPE, 'content-encoding': 'gzip' }).end(good),
  ),
  attack(
    'not-json',
    'sends less than it has, and says so',
    (answer, { good }) =>
      void answer
        .writeHead(200, { ...TYPE, 'content-length': String(good.length - 9) })
        .end(good.subarray(9)),
  ),
  attack('network', 'sends less than it says', (answer, { good }) => {
    answer.writeHead(200, { ...TYPE, 'content-length': String(good.length + 9) });
    answer.write(good, () => answer.destroy());
  }),
  attack('network', 'hangs up in the middle', (answer, { good }) => {
    answer.writeHead(200, TYPE);
    answer.write(good.subarray(0, 99), () => answer.destroy());
  }),
  attack('network', 'hangs up at once', (answer) => void answer.destroy()),
  attack('network', 'resets the connection', (_answer, { request }) => void request.socket.resetAndDestroy()),
  attack(
    'network',
    'speaks no HTTP',
    (_answer, { request }) => void request.socket.end('SSH-2.0-server\r\n'),
  ),
  attack('network', 'has no end of headers', (_answer, { request }) => {
    request.socket.on('error', () => undefined);
    request.socket.write(`HTTP/1.1 200 OK\r\n${'x-more: yes\r\n'.repeat(60_000)}\r\n`);
  }),
  attack('timeout', 'never answers', () => undefined),
  attack(
    'timeout',
    'never goes on after the headers',
    (answer) => void answer.writeHead(200, TYPE).flushHeaders(),
  ),
  attack('timeout', 'never comes to the end', (answer, { good }) => {
    answer.writeHead(200, { ...TYPE, 'content-length': String(good.length) });
    answer.write(good.subarray(0, -1));
  }),
  attack('timeout', 'sends a byte now and then', (answer, { good }) => {
    answer.writeHead(200, TYPE);
    drip(answer, good);
  }),
  attack('timeout', 'says again and again that it goes on', (answer) => {
    const timer = setInterval(() => answer.writeProcessing(), 5);
    answer.on('close', () => clearInterval(timer));
  }),
];
