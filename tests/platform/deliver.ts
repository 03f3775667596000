import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Answer } from './exchange.ts';
import type { Delivery } from './site-state.ts';

const writeHead = (response: ServerResponse, { status, headers, cookies }: Answer): void => {
  response.writeHead(status, { ...headers, ...(cookies.length > 0 ? { 'set-cookie': [...cookies] } : {}) });
};

/**
 * Sends an answer, well or badly. `hang` and `half-open` leave the connection standing: the other side must give up.
 * `delay` is in milliseconds and counts for `slow` only.
 */
export const deliver = (
  response: ServerResponse,
  socket: Socket | undefined,
  answer: Answer,
  how: Delivery,
  delay: number,
): void => {
  const send = () => {
    writeHead(response, answer);
    response.end(answer.body);
  };
  switch (how) {
    case 'reset':
      socket?.resetAndDestroy();
      return;
    case 'closed':
      socket?.destroy();
      return;
    case 'hang':
      return;
    case 'half-open':
      writeHead(response, { ...answer, headers: { ...answer.headers, 'content-length': '100000' } });
      response.write(answer.body.slice(0, 40));
      return;
    case 'slow':
      setTimeout(send, delay).unref();
      return;
    default:
      send();
  }
};
