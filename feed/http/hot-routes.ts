import type { IncomingMessage, ServerResponse } from 'node:http';
import { REPORT_SIZE_LIMIT } from '../../lib/model/report.ts';
import type { ServedFile } from '../publish/current-file.ts';
import { answerFile, REPORT_ANSWER, type Answer } from './answer.ts';
import { clientAddress } from './client-address.ts';
import { whyNoReport, type GateReason } from './report-gate.ts';

/** The answer to what is longer than it may be: nobody waits for the rest of it. */
const HANG_UP: Answer = { ...REPORT_ANSWER, headers: { ...REPORT_ANSWER.headers, connection: 'close' } };

export interface HotParts {
  readonly feed: () => ServedFile | null;
  /** Null on a node that takes no reports. */
  readonly accept: ((body: Uint8Array, address: string, region: string | null) => void) | null;
  readonly dropped: (reason: GateReason) => void;
  readonly trustProxy: boolean;
  /** In lower case. */
  readonly regionHeader: string | null;
}

const flat = new WeakMap<Answer['headers'], string[]>();

/** Headers as Node writes them fastest: a flat list, made once for all the times that it is sent. */
const flatHeaders = (headers: Answer['headers']): string[] => {
  const known = flat.get(headers);
  if (known) return known;
  const list = Object.entries(headers).flat();
  flat.set(headers, list);
  return list;
};

const send = (response: ServerResponse, { status, headers, body }: Answer): void => {
  response.writeHead(status, flatHeaders(headers));
  if (body === null) response.end();
  else response.end(body);
};

/** One header of a request; those that came several times joined by commas. Node's own table costs more than it is used here. */
const headerOf = ({ rawHeaders }: IncomingMessage, name: string): string | undefined => {
  let found: string | undefined;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const key = rawHeaders[index] as string;
    if (key.length !== name.length || key.toLowerCase() !== name) continue;
    const value = rawHeaders[index + 1] as string;
    found = found === undefined ? value : `${found}, ${value}`;
  }
  return found;
};

/** Reads up to the limit; past it the rest is let go of and the connection ends. */
const readReport = (request: IncomingMessage, limit: number, then: (body: Buffer | null) => void): void => {
  let first: Buffer | null = null;
  let more: Buffer[] | null = null;
  let length = 0;
  request.on('data', (part: Buffer) => {
    length += part.length;
    if (length > limit) {
      request.removeAllListeners('data').removeAllListeners('end').resume();
      then(null);
    } else if (!first) first = part;
    else (more ??= [first]).push(part);
  });
  request.on('end', () => then(more ? Buffer.concat(more) : (first ?? Buffer.alloc(0))));
};

/**
 * Answers the two routes that everybody takes at once when a service fails, before any framework. Returns whether the
 * request was one of them.
 */
export const createHotRoutes = (parts: HotParts) => {
  const { feed, accept, dropped, trustProxy, regionHeader } = parts;

  const takeReport = (request: IncomingMessage, response: ServerResponse): void => {
    const refuse = (reason: GateReason): void => {
      dropped(reason);
      send(response, reason === 'too-long' ? HANG_UP : REPORT_ANSWER);
    };
    const why = whyNoReport(
      headerOf(request, 'content-type'),
      headerOf(request, 'content-length'),
      headerOf(request, 'origin'),
      REPORT_SIZE_LIMIT,
    );
    if (why !== null) return refuse(why);
    readReport(request, REPORT_SIZE_LIMIT, (body) => {
      if (!body) return refuse('too-long');
      const forwarded = trustProxy ? headerOf(request, 'x-forwarded-for') : undefined;
      const address = clientAddress({ socket: request.socket.remoteAddress ?? '', forwarded }, trustProxy);
      const region = regionHeader === null ? null : (headerOf(request, regionHeader) ?? null);
      accept?.(body, address, region);
      send(response, REPORT_ANSWER);
    });
  };

  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const { method, url } = request;
    if (url === '/v1/feed.json' && (method === 'GET' || method === 'HEAD')) {
      send(response, answerFile(feed(), method, headerOf(request, 'if-none-match')));
      return true;
    }
    if (url === '/v1/reports' && method === 'POST' && accept) {
      takeReport(request, response);
      return true;
    }
    return false;
  };
};
