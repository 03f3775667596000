import type { Clock } from '../../../feed/start/clock.ts';

/** A clock that stands until it is moved. */
export interface MovedClock extends Clock {
  forward(milliseconds: number): void;
}

/** `start` is in milliseconds since 1970. */
export const movedClock = (start: number): MovedClock => {
  let passed = 0;
  return {
    now: () => start + passed,
    steady: () => passed,
    forward(milliseconds) {
      passed += milliseconds;
    },
  };
};
