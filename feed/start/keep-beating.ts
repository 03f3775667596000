import type { Logger } from 'pino';

export interface Beats {
  readonly flush: () => Promise<void>;
  readonly look: () => Promise<void>;
  readonly beat: () => Promise<void>;
}

const SECOND = 1_000;
/** How long a stop waits for what is under way, in milliseconds. */
const LAST_WAIT = 8_000;

/** Every second each of the three is started, none waiting for another; without timers nothing is. */
export const keepBeating = ({ flush, look, beat }: Beats, timers: boolean, log: Logger) => {
  const underWay = new Set<Promise<void>>();
  const failed = (error: unknown): void => log.error({ err: error }, 'a defect');
  const run = (work: () => Promise<void>): void => {
    const one = work().catch(failed);
    underWay.add(one);
    void one.finally(() => underWay.delete(one));
  };
  const turn = (): void => {
    run(flush);
    run(beat);
    // Nobody waits for a source, not even the stop.
    void look().catch(failed);
  };
  const timer = timers ? setInterval(turn, SECOND) : null;
  if (timer) turn();
  return {
    async stop(): Promise<void> {
      if (timer) clearInterval(timer);
      const wait = new Promise((resolve) => setTimeout(resolve, LAST_WAIT).unref());
      await Promise.race([Promise.all(underWay), wait]);
    },
  };
};
