import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterTest, temporaryFolder } from './test-feed.ts';

const MAIN = fileURLToPath(new URL('../../../feed/main.ts', import.meta.url));

/** A sources file that looks at nothing. */
export const noSources = async (): Promise<string> => {
  const path = join(await temporaryFolder(), 'sources.json');
  const nothing = { format: 'outage-or-hacked/sources@1', sources: [], probes: [], ownNetwork: [] };
  await writeFile(path, JSON.stringify(nothing));
  return path;
};

export interface FeedProcess {
  readonly child: ChildProcess;
  readonly base: string;
  /** All that it wrote so far: for the person, and as logs. */
  said(): string;
  logged(): string;
  /** Ends it with a signal and tells its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

const run = (args: readonly string[]) => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, FEED_REDIS: undefined },
  });
  const text = { out: '', err: '' };
  child.stdout.on('data', (part) => (text.out += String(part)));
  child.stderr.on('data', (part) => (text.err += String(part)));
  const gone = once(child, 'exit').then(([code]) => code as number | null);
  afterTest(async () => {
    child.kill('SIGKILL');
    await gone;
  });
  return { child, text, gone };
};

/** Runs the command line to its end. */
export const runFeed = async (...args: readonly string[]) => {
  const { text, gone } = run(args);
  return { code: await gone, ...text };
};

/** Starts the server as an operator would; ready when it has said where it is. */
export const startFeedProcess = async (...args: readonly string[]): Promise<FeedProcess> => {
  const { child, text, gone } = run(args);
  while (!text.out.includes('Ctrl+C')) {
    const ended = await Promise.race([gone, once(child.stdout, 'data').then(() => 'running' as const)]);
    if (ended !== 'running') throw new Error(`the server ended with ${ended}: ${text.err}`);
  }
  return {
    child,
    base: /http:\/\/[\d.:]+/.exec(text.out)?.[0] ?? '',
    said: () => text.out,
    logged: () => text.err,
    async end(signal) {
      child.kill(signal);
      return gone;
    },
  };
};
