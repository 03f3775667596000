import { observation, type ObservationOf } from '../../model/observation.ts';
import { toMillis } from '../../model/timestamp.ts';
import { z, type Infer } from '../../model/zod.ts';

type RequestObservation = ObservationOf<'request'>;

/** Runs of the same outcome within this long are one observation with a count. */
export const FOLD_MS = 5_000;

/**
 * So many failures of a run are logged at once: two in a row open an incident. Logged later with their own time they
 * would open it in the past, where it is another incident than the one that was told.
 */
const FAILURES_AT_ONCE = 2;

/**
 * A run that has begun: its first request is logged already, of failures the second too (`again`); `held` more wait to be
 * logged as one, as the last was.
 */
export const openRun = z.strictObject({
  last: observation,
  startedAt: z.number(),
  held: z.int().check(z.gte(0)),
  again: z.optional(z.int()),
});
export type OpenRun = Infer<typeof openRun>;

export interface Folded {
  readonly runs: readonly OpenRun[];
  /** What is to be logged now. */
  readonly log: readonly RequestObservation[];
}

const isSame = (a: OpenRun['last'], b: RequestObservation): boolean =>
  a.kind === 'request' && a.service === b.service && a.purpose === b.purpose && a.outcome === b.outcome;

const heldOf = (run: OpenRun): RequestObservation[] =>
  run.held > 0 && run.last.kind === 'request' ? [{ ...run.last, count: run.held }] : [];

/** Closes the runs that are older than the fold at `now` (ms): what they hold is to be logged. */
export const closeRuns = (runs: readonly OpenRun[], now: number): Folded => ({
  runs: runs.filter((run) => now - run.startedAt < FOLD_MS),
  log: runs.filter((run) => now - run.startedAt >= FOLD_MS).flatMap(heldOf),
});

/** The first of a run is logged at once, so that nobody waits for it; those after it are held and counted, but for a second failure. */
export const foldRequest = (runs: readonly OpenRun[], seen: RequestObservation): Folded => {
  const now = toMillis(seen.at);
  const closed = closeRuns(runs, now);
  const run = closed.runs.find(({ last }) => isSame(last, seen));
  if (!run)
    return {
      runs: [...closed.runs, { last: seen, startedAt: now, held: 0 }],
      log: [...closed.log, seen],
    };
  const again = (run.again ?? 0) + 1;
  const tell = seen.outcome !== 'ok' && again < FAILURES_AT_ONCE;
  const more = { ...run, last: seen, held: run.held + (tell ? 0 : (seen.count ?? 1)), again };
  const log = tell ? [...closed.log, seen] : closed.log;
  return { runs: closed.runs.map((other) => (other === run ? more : other)), log };
};

/** Whether requests wait to be logged when their run is over. */
export const holdsRequests = (runs: readonly OpenRun[]): boolean => runs.some(({ held }) => held > 0);
