import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A Redis of our own on a free port of this machine, without persistence, that can be stopped and started again. */
export interface TestRedis {
  readonly port: number;
  readonly url: string;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Lets it hang, and go on: it keeps its connections and answers nothing meanwhile. */
  pause(): void;
  resume(): void;
  /** Ends it for good and removes its folder. */
  end(): Promise<void>;
}

/** Ports of a Cluster's nodes need a second one beside them, so they are looked for below the usual range. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

const ready = async (child: ChildProcess): Promise<void> => {
  if (!child.stdout) throw new Error('redis-server has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.includes('Ready to accept connections')) continue;
    child.stdout.resume();
    return;
  }
  throw new Error('redis-server ended before it was ready (Debian package: redis-server)');
};

export const startRedis = async (settings: readonly string[] = []): Promise<TestRedis> => {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'feed-redis-'));
  let child: ChildProcess | null = null;
  // Whatever becomes of the tests, no server outlives them.
  const onExit = (): void => void child?.kill('SIGKILL');
  process.once('exit', onExit);

  const start = async (): Promise<void> => {
    const common = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
    child = spawn('redis-server', [...common, '--save', '', '--appendonly', 'no', ...settings], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/bin` },
    });
    await ready(child);
  };
  const kill = async (): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };

  await start();
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    kill,
    start,
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    async end() {
      process.off('exit', onExit);
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
