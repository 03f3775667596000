/** A wall clock that is off the steady one by more than this was set, in milliseconds. */
const TOLERANCE = 5_000;

/** Notices when somebody sets the clock, by a steady one beside it. Both in milliseconds. */
export const createClockWatch = (wall: number, steady: number) => {
  let last = { wall, steady };
  return {
    /** How far the wall clock jumped since the last look; 0 when it did not. */
    look(wallNow: number, steadyNow: number): number {
      const jump = wallNow - last.wall - (steadyNow - last.steady);
      last = { wall: wallNow, steady: steadyNow };
      return Math.abs(jump) > TOLERANCE ? jump : 0;
    },
  };
};
