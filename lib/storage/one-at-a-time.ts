/**
 * Runs tasks strictly one after another, so that "read, change, write" is never cut in two by another of its kind
 * in the same program. A task that fails does not hold up the next.
 */
export const oneAtATime = (): (<Result>(task: () => Promise<Result>) => Promise<Result>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task, task);
    last = mine.catch(() => {});
    return mine;
  };
};
