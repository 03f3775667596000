import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A load to put on a server. With `etag` it asks for a feed that it has, else it reports. */
export interface Load {
  readonly url: string;
  readonly connections?: number;
  readonly pipelining?: number;
  /** Seconds. */
  readonly duration?: number;
  readonly amount?: number;
  readonly networks?: number;
  readonly etag?: string;
}

/** Reports at an even pace, however long the answers take. */
export interface PacedLoad {
  readonly url: string;
  /** Reports a second. */
  readonly rate: number;
  /** Seconds that are measured, and seconds before them that are not. */
  readonly seconds: number;
  readonly warmUp?: number;
  readonly connections?: number;
  readonly networks?: number;
}

/** What came of it; latencies in milliseconds, with a paced load reckoned from when a report was due. */
export interface Outcome {
  readonly total: number;
  readonly perSecond: number;
  readonly errors: number;
  readonly p50: number;
  readonly p99: number;
  readonly statuses: Readonly<Record<string, number>>;
}

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Starts a program of Node whose output is piped. */
export const startProgram = (file: string, ...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });

const outputOf = async (child: ChildProcess, until: (text: string) => boolean): Promise<string> => {
  let text = '';
  for await (const part of child.stdout ?? []) {
    text += String(part);
    if (until(text)) break;
  }
  return text;
};

const putFrom = async (file: string, load: Load | PacedLoad): Promise<Outcome> => {
  const child = startProgram(fileOf(file), JSON.stringify(load));
  const gone = once(child, 'exit');
  const text = await outputOf(child, () => false);
  await gone;
  return JSON.parse(text) as Outcome;
};

/** Puts a load on a server as fast as it goes, from a process of its own. */
export const putLoad = (load: Load): Promise<Outcome> => putFrom('./generate.ts', load);

/** The same at an even pace. */
export const putPaced = (load: PacedLoad): Promise<Outcome> => putFrom('./paced.ts', load);

export interface Loaded {
  readonly base: string;
  /** Seconds of processor that it used so far; NaN where the system does not tell. */
  processor(): number;
  end(): Promise<void>;
}

/** From Linux's `/proc` (proc(5)): user and system time, in hundredths of a second. */
const processorOf = (child: ChildProcess) => (): number => {
  try {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
};

const ending = (child: ChildProcess) => async (): Promise<void> => {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
};

/** A server that does nothing, to be measured beside ours. */
export const startBare = async (): Promise<Loaded> => {
  const child = startProgram(fileOf('./bare-server.ts'));
  let text = '';
  await new Promise<void>((resolve) =>
    child.stdout?.on('data', (part) => {
      text += String(part);
      if (text.includes('\n')) resolve();
    }),
  );
  return { base: `http://127.0.0.1:${text.trim()}`, processor: processorOf(child), end: ending(child) };
};

/** The feed server as an operator starts it, watching nothing. */
export const startServer = async (data: string, sources: string): Promise<Loaded> => {
  const args = ['--port', '0', '--data', data, '--sources', sources, '--trust-proxy'];
  const child = startProgram(fileURLToPath(new URL('../../../feed/main.ts', import.meta.url)), ...args);
  let text = '';
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the feed server did not start')));
    child.stdout?.on('data', (part) => {
      text += String(part);
      if (text.includes('Ctrl+C')) resolve();
    });
  });
  const base = /http:\/\/[\d.:]+/.exec(text)?.[0] ?? '';
  return { base, processor: processorOf(child), end: ending(child) };
};
