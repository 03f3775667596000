import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer } from './exchange.ts';

/** A way into the platform for programs that know nothing of its names and certificates. */
export interface PlainDoor {
  /** Where a host of the platform is found, e.g. `http://127.0.0.1:40123/metastatus.com/`. */
  at(host: string): string;
  close(): Promise<void>;
}

/** Opens plain HTTP on loopback: the first part of the path is the host, the rest the path there. Only GET. */
export const openPlainDoor = async (
  ask: (host: string, path: string) => Promise<Answer>,
): Promise<PlainDoor> => {
  const server = createServer((request, response) => {
    const [, host = '', ...rest] = (request.url ?? '/').split('/');
    ask(host, `/${rest.join('/')}`).then(
      ({ status, headers, body }) => response.writeHead(status, headers).end(body),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    at: (host) => `http://127.0.0.1:${port}/${host}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
