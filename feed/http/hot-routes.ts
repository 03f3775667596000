import type { IncomingMessage, ServerResponse } from 'node:http';
import { REPORT_SIZE_LIMIT } from '../../lib/model/report.ts';
import type { ServedFile } from '../publish/current-file.ts';
import { answerFile, REPORT_ANSWER, type Answer } from './answer.ts';
import { clientAddress } from './client-address.ts';
import { whyNoReport, type GateReason } from './report-gate.ts';

export interface HotParts {
  readonly feed: () => ServedFile | null;
  /** Null on a node that takes no reports. */
  readonly accept: ((body: Uint8Array, address: string, region: string | null) => void) | null;
  readonly dropped: (reason: GateReason) => void;
  readonly trustProxy: boolean;
  /** In lower case. */
  readonly regionHeader: string | null;
}

const send = (response: ServerResponse, { status, headers, body }: Answer): void => {
  response.writeHead(status, headers);
  if (body === null) response.end();
  else response.end(body);
};

const one = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header.join(',') : header;

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
    const { headers } = request;
    const why = whyNoReport(
      headers['content-type'],
      headers['content-length'],
      headers.origin,
      REPORT_SIZE_LIMIT,
    );
    const refuse = (reason: GateReason): void => {
      dropped(reason);
      if (reason === 'too-long') response.setHeader('connection', 'close');
      send(response, REPORT_ANSWER);
    };
    if (why !== null) return refuse(why);
    readReport(request, REPORT_SIZE_LIMIT, (body) => {
      if (!body) return refuse('too-long');
      const forwarded = one(headers['x-forwarded-for']);
      const address = clientAddress({ socket: request.socket.remoteAddress ?? '', forwarded }, trustProxy);
      const region = regionHeader === null ? null : (one(headers[regionHeader]) ?? null);
      accept?.(body, address, region);
      send(response, REPORT_ANSWER);
    });
  };

  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const { method, url } = request;
    if (url === '/v1/feed.json' && (method === 'GET' || method === 'HEAD')) {
      send(response, answerFile(feed(), method, request.headers['if-none-match']));
      return true;
    }
    if (url === '/v1/reports' && method === 'POST' && accept) {
      takeReport(request, response);
      return true;
    }
    return false;
  };
};
