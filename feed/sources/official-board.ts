import type { OfficialWord } from '../../lib/model/feed.ts';
import { cleanOfficial } from '../../lib/model/official-words.ts';
import type { ServiceId } from '../../lib/model/service-id.ts';
import { byGravity } from '../../lib/official/gravity.ts';
import { officialText } from './official-text.ts';
import type { Source, SourceResult } from './source.ts';

/** The official words of all sources. */
export interface OfficialBoard {
  /** Takes in what a source brought at `now` (milliseconds since 1970). What failed leaves the words of before. */
  record(source: Source, result: SourceResult, now: number): void;
  /**
   * The gravest word about a service that is still fresh at `now`, as the feed may carry it; `unreachable` where only
   * failures are known, null where no source speaks of it.
   */
  best(service: ServiceId, now: number): OfficialWord | null;
  /** What each source said last, by its name, so that the next process need not begin in the dark. */
  kept(): ReadonlyMap<string, Kept>;
}

/** The last that a source brought. */
export interface Kept {
  readonly words: ReadonlyMap<ServiceId, OfficialWord>;
  /** When it was last read, and when that last failed; milliseconds since 1970. */
  readonly readAt: number | null;
  readonly failedAt: number | null;
}

const SHORTEST_MS = 10 * 60_000;
const LONGEST_MS = 30 * 60_000;

/** A word outlives two readings that fail, and 30 minutes at most. */
const freshness = ({ everySeconds }: Source): number =>
  Math.min(LONGEST_MS, Math.max(SHORTEST_MS, everySeconds * 3_000));

const presentable = (word: OfficialWord): OfficialWord =>
  cleanOfficial({ ...word, text: officialText(word.text) });

/** A word from what this clock calls the future was read before the clock was set back: its age can't be told. */
const isFresh = (at: number | null, source: Source, now: number): boolean =>
  at !== null && Math.abs(now - at) <= freshness(source);

export const createOfficialBoard = (): OfficialBoard => {
  const kept = new Map<Source, Kept>();
  return {
    kept: () => new Map([...kept].map(([source, words]) => [source.name, words])),
    record: (source, result, now) => {
      const before = kept.get(source);
      const words = (): Kept['words'] =>
        new Map(result.ok ? result.readings.map(({ service, word }) => [service, presentable(word)]) : []);
      kept.set(
        source,
        result.ok
          ? { words: words(), readAt: now, failedAt: null }
          : { words: before?.words ?? new Map(), readAt: before?.readAt ?? null, failedAt: now },
      );
    },
    best: (service, now) => {
      const words = [...kept].flatMap(([source, { words: said, readAt, failedAt }]): OfficialWord[] => {
        if (!source.services.includes(service)) return [];
        const word = isFresh(readAt, source, now) ? said.get(service) : undefined;
        if (word) return [word];
        return isFresh(failedAt, source, now) && !isFresh(readAt, source, now)
          ? [{ source: source.name, status: 'unreachable', text: null, url: null, at: null }]
          : [];
      });
      // Of two equally grave the one with words.
      return (
        words.toSorted(
          (a, b) => byGravity(a.status, b.status) || Number(a.text === null) - Number(b.text === null),
        )[0] ?? null
      );
    },
  };
};
