/** Time as the server reads it; both in milliseconds. */
export interface Clock {
  /** Since 1970. Somebody may set it. */
  now(): number;
  /** Since some moment. Nobody can set it. */
  steady(): number;
}

export const SYSTEM_CLOCK: Clock = { now: () => Date.now(), steady: () => performance.now() };
