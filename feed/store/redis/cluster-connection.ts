import { ClientClosedError, ClientOfflineError, createCluster } from '@redis/client';
import type { RandomBytes } from '../count-store.ts';
import { backOff } from './back-off.ts';
import { lineOptions, Unowned, Unsent, type Connection } from './connection.ts';

/** A master that is gone has a successor after some seconds; then the Cluster is asked who has its slots. */
const ASK_AGAIN_AFTER = 2000;

/** User, password and TLS of the first address hold for all nodes, also those that the Cluster names itself. */
const credentialsOf = (url: string) => {
  const { username, password, protocol } = new URL(url);
  return {
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    tls: protocol === 'rediss:',
  };
};

/** Lines to all masters of a Cluster, found through any of `urls`. */
export const connectCluster = (urls: readonly string[], random: RandomBytes): Connection => {
  const { tls, ...credentials } = credentialsOf(urls[0] ?? '');
  const { RESP, commandOptions, socket, ...line } = lineOptions(random);
  const cluster = createCluster({
    RESP,
    commandOptions,
    rootNodes: urls.map((url) => ({ url })),
    defaults: { ...line, ...credentials, socket: tls ? { ...socket, tls } : socket },
    topologyRefreshOnReconnectionAttemptStrategy: ASK_AGAIN_AFTER,
  });
  cluster.on('error', () => undefined);
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  const open = new Promise<void>((resolve) => {
    const connect = async (failures: number): Promise<void> => {
      try {
        await cluster.connect();
        resolve();
      } catch {
        if (!closed) timer = setTimeout(() => void connect(failures + 1), backOff(failures, random));
      }
    };
    void connect(0);
  });

  return {
    open,
    async send({ key, words }) {
      if (!cluster.isReady) throw new Unsent();
      try {
        return await cluster.sendCommand(key, false, [...words]);
      } catch (error) {
        if (error instanceof ClientOfflineError || error instanceof ClientClosedError) throw new Unsent();
        // The client looks for the master of a slot that nobody told it of, as right after a Cluster was formed.
        if (error instanceof TypeError) throw new Unowned();
        throw error;
      }
    },
    close() {
      closed = true;
      clearTimeout(timer);
      cluster.destroy();
    },
  };
};
