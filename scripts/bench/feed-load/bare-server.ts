/** What Node itself can do: a handler that does nothing. Run as a process of its own; prints its port. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const server = createServer((request, response) => {
  response.writeHead(request.method === 'POST' ? 204 : 304).end();
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
