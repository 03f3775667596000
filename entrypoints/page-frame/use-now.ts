import { useEffect, useState } from 'preact/hooks';

const TICK_MS = 15_000;

/** The moment it is (ms since 1970), renewed often enough for "so far" and "ago". */
export const useNow = (now: () => number): number => {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), TICK_MS);
    return () => clearInterval(timer);
  }, [now]);
  return at;
};
