import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Misbehaviour } from './wire.ts';

/** Sends the good file as a server should. */
export const behave: Misbehaviour = (answer, { good }) =>
  void answer.writeHead(200, { 'content-type': 'application/jose+json' }).end(good);

/** A server on loopback that does what it is told, and beside it another one that has the good file. */
export const startHostileServer = async () => {
  const requests: IncomingMessage[] = [];
  const elsewhereAsked: string[] = [];
  const state: { good: Uint8Array; act: Misbehaviour } = { good: new Uint8Array(), act: behave };
  const elsewhere = createServer((request, answer) => {
    elsewhereAsked.push(request.url ?? '');
    behave(answer, { good: state.good, elsewhere: '', request });
  });
  const hostile = createServer((request, answer) => {
    requests.push(request);
    answer.on('error', () => undefined);
    state.act(answer, { good: state.good, elsewhere: addressOf(elsewhere), request });
  });
  const addressOf = (server: typeof hostile): string =>
    `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const server of [hostile, elsewhere])
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: addressOf(hostile),
    state,
    requests,
    elsewhereAsked,
    close: () => {
      for (const server of [hostile, elsewhere]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
};
