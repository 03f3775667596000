/** Runs jobs one after another; a job that throws is complained of and does not stop those after it. */
export interface Queue {
  run<Result>(job: () => Promise<Result>): Promise<Result>;
  /** Resolves when everything that was queued by now is done. */
  idle(): Promise<void>;
}

/** Events of the browser overlap; handled one by one, the state between them is never read half-written. */
export const createQueue = (complain: (error: unknown) => void): Queue => {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    run(job) {
      const result = tail.then(job);
      tail = result.catch(complain);
      return result;
    },
    async idle() {
      await tail;
    },
  };
};
