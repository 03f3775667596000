import type { IncomingMessage } from 'node:http';
import { readCookies } from './cookies.ts';
import type { PlatformRequest } from './exchange.ts';

const MOST = 256 * 1024;

const readBody = async (message: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST) break;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/** A request as the sites see it; bodies beyond 256 KiB are cut off. */
export const readRequest = async (message: IncomingMessage): Promise<PlatformRequest> => {
  const host = (message.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  const url = new URL(message.url ?? '/', `https://${host || 'nobody.invalid'}`);
  const body = await readBody(message);
  return {
    method: message.method ?? 'GET',
    host,
    path: url.pathname,
    query: url.searchParams,
    cookies: readCookies(message.headers.cookie),
    form: new URLSearchParams(body),
    body,
    headers: message.headers,
  };
};
