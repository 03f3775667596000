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

const COMMAND = [process.execPath, '--disable-warning=ExperimentalWarning', MAIN];
/** As npm does it: in a shell that waits for it. */
const IN_A_SHELL = ['sh', '-c', '"$0" "$@"; exit $?', ...COMMAND];

const endGroup = ({ pid }: ChildProcess): void => {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody of it is left.
  }
};

const run = (args: readonly string[], byNpm = false) => {
  const [program, ...words] = byNpm ? IN_A_SHELL : COMMAND;
  const child = spawn(program as string, [...words, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that nothing outlives the test.
    detached: byNpm,
    env: { ...process.env, FEED_REDIS: undefined, npm_lifecycle_event: byNpm ? 'feed' : undefined },
  });
  const text = { out: '', err: '' };
  child.stdout.on('data', (part) => (text.out += String(part)));
  child.stderr.on('data', (part) => (text.err += String(part)));
  const gone = once(child, 'exit').then(([code]) => code as number | null);
  afterTest(async () => {
    child.kill('SIGKILL');
    await gone;
    if (byNpm) endGroup(child);
  });
  return { child, text, gone };
};

/** Runs the command line to its end. */
export const runFeed = async (...args: readonly string[]) => {
  const { text, gone } = run(args);
  return { code: await gone, ...text };
};

/** Starts the server as an operator would; ready when it has said where it is. */
export const startFeedProcess = (...args: readonly string[]): Promise<FeedProcess> => ready(run(args));

/** The same in a shell, as npm starts it: the process that signals go to is the shell. */
export const startFeedByNpm = (...args: readonly string[]): Promise<FeedProcess> => ready(run(args, true));

const ready = async ({ child, text, gone }: ReturnType<typeof run>): Promise<FeedProcess> => {
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
