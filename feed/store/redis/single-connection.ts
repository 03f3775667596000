import { ClientClosedError, ClientOfflineError, createClient } from '@redis/client';
import type { RandomBytes } from '../count-store.ts';
import { lineOptions, Unsent, type Connection } from './connection.ts';

/** A line to one Redis. `url` is `redis://…` or `rediss://…`. */
export const connectSingle = (url: string, random: RandomBytes): Connection => {
  const client = createClient({ ...lineOptions(random), url });
  // Each failed attempt is an event; the commands that it cost say so themselves.
  client.on('error', () => undefined);
  const open = client.connect().then(
    () => undefined,
    () => undefined,
  );
  return {
    open,
    async send({ words }) {
      try {
        return await client.sendCommand([...words]);
      } catch (error) {
        if (error instanceof ClientOfflineError || error instanceof ClientClosedError) throw new Unsent();
        throw error;
      }
    },
    close: () => client.destroy(),
  };
};
