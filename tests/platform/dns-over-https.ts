import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerDns, type Names } from './name-server.ts';

export const DNS_PATH = '/dns-query';

export const isDnsRequest = ({ url }: IncomingMessage): boolean => (url ?? '').startsWith(DNS_PATH);

const readMessage = async (request: IncomingMessage): Promise<Buffer> => {
  const inAddress = new URL(request.url ?? '/', 'https://127.0.0.1').searchParams.get('dns');
  if (inAddress !== null) return Buffer.from(inAddress, 'base64url');
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** DNS over HTTPS (RFC 8484), so that a browser can be told at run time that a name does not exist. */
export const serveDns = async (
  request: IncomingMessage,
  response: ServerResponse,
  names: Names,
): Promise<void> => {
  try {
    const answer = answerDns(await readMessage(request), names);
    response.writeHead(200, { 'content-type': 'application/dns-message', 'cache-control': 'max-age=0' });
    response.end(answer);
  } catch {
    response.writeHead(400).end();
  }
};
