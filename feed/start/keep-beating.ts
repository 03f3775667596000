import type { Logger } from 'pino';

export interface Beats {
  readonly flush: () => Promise<void>;
  readonly look: () => Promise<void>;
  readonly beat: () => Promise<void>;
}

/** In milliseconds: half of the second of counts that a node may lose when it is killed. */
const FLUSH_EVERY = 500;
const FLUSHES_A_BEAT = 2;
/** How long a stop waits for what is under way, in milliseconds. */
const LAST_WAIT = 8_000;

/** Every second a look and a beat are started, every half a flush, none waiting for another; without timers nothing is. */
export const keepBeating = ({ flush, look, beat }: Beats, timers: boolean, log: Logger) => {
  const underWay = new Set<Promise<void>>();
  const failed = (error: unknown): void => log.error({ err: error }, 'a defect');
  const run = (work: () => Promise<void>): void => {
    const one = work().catch(failed);
    underWay.add(one);
    void one.finally(() => underWay.delete(one));
  };
  let turns = 0;
  const turn = (): void => {
    run(flush);
    turns += 1;
    if (turns % FLUSHES_A_BEAT !== 1) return;
    run(beat);
    // Nobody waits for a source, not even the stop.
    void look().catch(failed);
  };
  const timer = timers ? setInterval(turn, FLUSH_EVERY) : null;
  if (timer) turn();
  return {
    async stop(): Promise<void> {
      if (timer) clearInterval(timer);
      const wait = new Promise((resolve) => setTimeout(resolve, LAST_WAIT).unref());
      await Promise.race([Promise.all(underWay), wait]);
    },
  };
};
