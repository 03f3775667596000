import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PageBackend } from '../../lib/app/page-backend.ts';

export interface Live<Value> {
  /** What was read last; null before the first reading. */
  readonly value: Value | null;
  readonly failed: boolean;
  readonly again: () => void;
}

/**
 * Reads something now, whenever stored data change, and when asked to. Of readings that overtake each other the
 * newest wins.
 * @param key a new key starts over
 */
export const useLive = <Value>(
  backend: PageBackend,
  key: string,
  read: () => Promise<Value>,
): Live<Value> => {
  const [state, setState] = useState<{ value: Value | null; failed: boolean }>({
    value: null,
    failed: false,
  });
  const latest = useRef(0);
  const reading = useRef(read);
  reading.current = read;

  const again = () => {
    const turn = ++latest.current;
    const isStale = () => turn !== latest.current;
    reading
      .current()
      .then((value) => isStale() || setState({ value, failed: false }))
      .catch(() => isStale() || setState((before) => ({ ...before, failed: true })));
  };

  useLayoutEffect(() => {
    again();
    const stop = backend.onChange(again);
    return () => {
      latest.current += 1;
      stop();
    };
  }, [backend, key]);

  return { ...state, again };
};
