import type { ProbeBoard } from '../probes/probe-board.ts';
import type { OfficialBoard } from './official-board.ts';
import type { BoundedFetch, Probe, ProbeResult, Source, SourceResult } from './source.ts';

export interface RoundsParts {
  readonly sources: readonly Source[];
  readonly probes: readonly Probe[];
  readonly fetch: BoundedFetch;
  readonly official: OfficialBoard;
  readonly looks: ProbeBoard;
  /** For counting: what each reading came to. */
  readonly onRead?: (source: Source, result: SourceResult) => void;
  readonly onLook?: (probe: Probe, result: ProbeResult) => void;
}

/** Something that is done at its own pace, never twice at once. */
interface Turn {
  readonly everyMs: number;
  readonly take: (now: number) => Promise<void>;
  startedAt: number | null;
  running: boolean;
}

const isDue = ({ startedAt, everyMs, running }: Turn, now: number): boolean =>
  // A clock that was set back must not keep a turn waiting for it to come round again.
  !running && (startedAt === null || now - startedAt >= everyMs || now < startedAt);

/**
 * Reads each source and looks with each probe at its own pace, and writes what came of it on the boards. `due(now)`
 * (milliseconds since 1970), called every few seconds, starts what is due; its promise, which nobody has to wait for, ends
 * when that has been done. One that hangs keeps no other waiting. Never throws.
 */
export const createRounds = (parts: RoundsParts): { due(now: number): Promise<void> } => {
  const { sources, probes, fetch, official, looks, onRead, onLook } = parts;
  const turn = (everySeconds: number, take: Turn['take']): Turn => ({
    everyMs: everySeconds * 1000,
    take,
    startedAt: null,
    running: false,
  });
  const turns = [
    ...sources.map((source) =>
      turn(source.everySeconds, async (now) => {
        const result = await source.read(fetch, now);
        official.record(source, result, now);
        onRead?.(source, result);
      }),
    ),
    ...probes.map((probe) =>
      turn(probe.everySeconds, async (now) => {
        const result = await probe.look(fetch, now);
        looks.record(result);
        onLook?.(probe, result);
      }),
    ),
  ];
  const run = async (one: Turn, now: number): Promise<void> => {
    one.startedAt = now;
    one.running = true;
    try {
      await one.take(now);
    } finally {
      one.running = false;
    }
  };
  return {
    due: async (now) => {
      await Promise.all(turns.filter((one) => isDue(one, now)).map((one) => run(one, now)));
    },
  };
};
