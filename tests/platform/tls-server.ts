import { randomBytes } from 'node:crypto';
import { createServer as createHttps } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createTcp, type AddressInfo, type Socket } from 'node:net';
import { createSecureContext } from 'node:tls';
import type { Certificates } from './certificate.ts';

export interface TlsServerOptions {
  readonly certificates: Certificates;
  /** Whether this host is to show the certificate that nobody trusts. */
  readonly isForeign: (host: string) => boolean;
  readonly onRequest: (
    request: IncomingMessage,
    response: ServerResponse,
    socket: Socket | undefined,
  ) => void;
}

export interface TlsServer {
  readonly port: number;
  /** Ends all connections on which nothing is being answered, so that the next request makes a new one and sees a new certificate or address. */
  dropConnections(): void;
  close(): Promise<void>;
}

/**
 * HTTPS on a free loopback port for every host name at once. The TCP sockets underneath are kept at hand, because a
 * connection can be reset only there.
 */
export const startTlsServer = async (options: TlsServerOptions): Promise<TlsServer> => {
  const foreign = createSecureContext(options.certificates.foreign);
  const sockets = new Map<number, Socket>();
  const busy = new Set<Socket>();
  const https = createHttps(
    {
      ...options.certificates.platform,
      SNICallback: (host, done) => {
        done(null, options.isForeign(host) ? foreign : undefined);
      },
    },
    (request, response) => {
      const socket = sockets.get(request.socket.remotePort ?? -1);
      if (socket) busy.add(socket);
      response.once('close', () => socket && busy.delete(socket));
      options.onRequest(request, response, socket);
    },
  );
  https.on('tlsClientError', () => {});
  const tcp = createTcp((socket) => {
    const port = socket.remotePort ?? -1;
    sockets.set(port, socket);
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(port);
      busy.delete(socket);
    });
    https.emit('connection', socket);
  });
  await new Promise<void>((resolve, reject) => {
    tcp.once('error', reject);
    tcp.listen(0, '127.0.0.1', resolve);
  });
  const dropConnections = () => {
    // Without this a browser resumes its TLS session, and no certificate is shown again.
    https.setTicketKeys(randomBytes(48));
    for (const socket of sockets.values()) if (!busy.has(socket)) socket.destroy();
  };
  return {
    port: (tcp.address() as AddressInfo).port,
    dropConnections,
    close: () =>
      new Promise((resolve) => {
        tcp.close(() => {
          resolve();
        });
        for (const socket of sockets.values()) socket.destroy();
        https.closeAllConnections();
      }),
  };
};
