import { getRequestListener } from '@hono/node-server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Hono } from 'hono';
import { createHotRoutes, type HotParts } from '../http/hot-routes.ts';

/** The server's handler: the two hot routes first, then all others. */
export const handleRequests = (
  app: Hono,
  hot: HotParts,
): ((request: IncomingMessage, response: ServerResponse) => void) => {
  const answered = createHotRoutes(hot);
  const rest = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  return (request, response) => {
    if (!answered(request, response)) void rest(request, response);
  };
};
