/** What `work` comes to, or `late` when it takes longer than so many milliseconds or fails. Whoever publishes waits for nobody. */
export const within = async <Value>(work: Promise<Value>, ms: number, late: Value): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<Value>((resolve) => {
    timer = setTimeout(() => resolve(late), ms);
  });
  try {
    return await Promise.race([work, limit]);
  } catch {
    return late;
  } finally {
    clearTimeout(timer);
  }
};
