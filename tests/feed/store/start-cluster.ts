import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { vi } from 'vitest';
import { freePort, startRedis, type TestRedis } from './start-redis.ts';

const run = promisify(execFile);

/** Three masters on loopback ports, all slots spread over them. */
export const startCluster = async (): Promise<{
  nodes: readonly TestRedis[];
  url: string;
  end(): Promise<void>;
}> => {
  const nodes = await Promise.all(
    [0, 1, 2].map(async () =>
      startRedis([
        ...['--cluster-enabled', 'yes', '--cluster-node-timeout', '15000'],
        // The other shards go on when one is gone.
        ...['--cluster-require-full-coverage', 'no', '--cluster-port', String(await freePort())],
      ]),
    ),
  );
  const addresses = nodes.map(({ port }) => `127.0.0.1:${port}`);
  await run('redis-cli', ['--cluster', 'create', ...addresses, '--cluster-yes']);
  // Each node must have heard of all the others' slots, and a little later takes commands.
  await vi.waitFor(
    async () => {
      for (const { port } of nodes) {
        const { stdout } = await run('redis-cli', ['-p', String(port), 'cluster', 'info']);
        if (!/cluster_state:ok[^]*cluster_slots_ok:16384/.test(stdout)) throw new Error('not yet');
      }
    },
    { timeout: 20_000, interval: 100 },
  );
  return {
    nodes,
    url: nodes.map(({ url }) => url).join(','),
    end: async () => void (await Promise.all(nodes.map((node) => node.end()))),
  };
};
