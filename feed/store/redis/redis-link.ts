import { ErrorReply } from '@redis/client';
import { Unowned, Unsent, type Command, type Connection } from './connection.ts';

/**
 * What became of a command: its reply; or it never left (`unsent`, `unowned`), Redis refused it (`refused`, `full`), or it was sent and no
 * answer came (`unanswered`).
 */
export type Sent =
  | { readonly ok: true; readonly reply: unknown }
  | { readonly ok: false; readonly why: 'unsent' | 'unowned' | 'refused' | 'full' | 'unanswered' };

export interface RedisLink {
  /** Sends commands as one pipeline (one a shard) and tells of each what became of it, within the time limit. Never rejects. */
  send(commands: readonly Command[]): Promise<readonly Sent[]>;
  /** Waits until Redis was reached once, at most so many milliseconds. */
  whenOpen(atMost: number): Promise<void>;
  close(): void;
}

/** Milliseconds that a pipeline may take before the line counts as dead. */
const TIME_LIMIT = 2000;

/** Milliseconds of nothing but failures after which the line is laid anew, whatever it believes of itself. */
const FAILING_LIMIT = 3000;

const LATE = Symbol('late');

const whatBecame = (error: unknown): Sent => {
  if (error instanceof Unowned) return { ok: false, why: 'unowned' };
  if (error instanceof Unsent) return { ok: false, why: 'unsent' };
  if (!(error instanceof ErrorReply)) return { ok: false, why: 'unanswered' };
  return { ok: false, why: error.message.startsWith('OOM') ? 'full' : 'refused' };
};

const isOfNoUse = (sent: readonly Sent[]): boolean =>
  sent.length > 0 &&
  (sent.every((one) => !one.ok && one.why !== 'full') ||
    sent.some((one) => !one.ok && one.why === 'unowned'));

/** A line that never makes anybody wait: one that does not answer in time is cut and laid anew. */
export const createRedisLink = (connect: () => Connection, timeLimit = TIME_LIMIT): RedisLink => {
  let connection = connect();
  let closed = false;
  let failingSince: number | null = null;

  const within = <Value>(work: Promise<Value>, atMost: number): Promise<Value | typeof LATE> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<typeof LATE>((resolve) => {
      timer = setTimeout(() => resolve(LATE), atMost);
    });
    return Promise.race([work, late]).finally(() => clearTimeout(timer));
  };

  const renew = (dead: Connection): void => {
    if (closed || connection !== dead) return;
    dead.close();
    connection = connect();
    failingSince = null;
  };

  const judge = (line: Connection, sent: readonly Sent[]): void => {
    if (!isOfNoUse(sent)) failingSince = null;
    else failingSince ??= performance.now();
    if (failingSince !== null && performance.now() - failingSince >= FAILING_LIMIT) renew(line);
  };

  return {
    async send(commands) {
      const line = connection;
      const answers = commands.map((command) =>
        line.send(command).then((reply): Sent => ({ ok: true, reply }), whatBecame),
      );
      const sent = await within(Promise.all(answers), timeLimit);
      if (sent !== LATE) {
        judge(line, sent);
        return sent;
      }
      renew(line);
      return commands.map((): Sent => ({ ok: false, why: 'unanswered' }));
    },
    async whenOpen(atMost) {
      await within(connection.open, atMost);
    },
    close() {
      closed = true;
      connection.close();
    },
  };
};

/** What a store's caller hears of commands that failed; null when none did. */
export const faultOf = (sent: readonly Sent[]): 'unreachable' | 'full' | null => {
  const failed = sent.filter((one) => !one.ok);
  if (failed.length === 0) return null;
  return failed.every(({ why }) => why === 'full') ? 'full' : 'unreachable';
};
