import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What one client may cost. Times in milliseconds, sizes in bytes. */
const LIMITS = {
  maxHeaderSize: 8 * 1024,
  headersTimeout: 4_000,
  requestTimeout: 5_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 1_000,
  noDelay: true,
} as const;
const MAX_CONNECTIONS = 10_000;
const MAX_HEADERS = 64;
/** How long open connections have to finish when the server stops. */
const LAST_CALL = 2_000;

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** Nothing is told to whoever sends what is no HTTP, but that it is none. */
const refuseNonsense = (server: Server): void => {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
    const status =
      error.code === 'HPE_HEADER_OVERFLOW'
        ? '431 Request Header Fields Too Large'
        : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
          ? '408 Request Timeout'
          : '400 Bad Request';
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    // Whoever does not hang up is hung up on.
    setTimeout(() => socket.destroy(), 1_000).unref();
  });
};

/** Listens; the promise rejects with the system's error when the address cannot be had. */
export const listen = async (
  handler: (request: IncomingMessage, response: ServerResponse) => void,
  host: string,
  port: number,
): Promise<Listening> => {
  const server = createServer(LIMITS, handler);
  server.maxConnections = MAX_CONNECTIONS;
  server.maxHeadersCount = MAX_HEADERS;
  refuseNonsense(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, backlog: 1024 }, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        const force = setTimeout(() => server.closeAllConnections(), LAST_CALL);
        server.close(() => {
          clearTimeout(force);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
};
