import { connect } from 'node:net';
import { once } from 'node:events';

/** Writes bytes to a server as they are, and reads what comes until the other side hangs up or says it all. */
export const rawRequest = async (base: string, ...parts: readonly string[]): Promise<string> => {
  const { hostname, port } = new URL(base);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.on('data', (part) => (answer += String(part)));
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await once(socket, 'connect');
  for (const part of parts) socket.write(part, 'latin1');
  await closed;
  return answer;
};

/** The head of a request that asks to hang up after it. */
export const head = (method: string, path: string, ...headers: readonly string[]): string =>
  [`${method} ${path} HTTP/1.1`, 'Host: feed.example', 'Connection: close', ...headers, '', ''].join('\r\n');

export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
