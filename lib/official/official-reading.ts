import type { OfficialStatus, OfficialWord } from '../model/feed.ts';
import type { ServiceId } from '../model/service-id.ts';
import { toTimestamp } from '../model/timestamp.ts';
import { byGravity, gravest, isIssue } from './gravity.ts';

/** What an official source says of one service, unabridged: what may be shown of it is decided later. */
export interface OfficialReading {
  readonly service: ServiceId;
  readonly word: OfficialWord;
}

/** One thing that a source says: its status, its words as they stand there, its time in milliseconds since 1970. */
export interface Said {
  readonly status: OfficialStatus;
  readonly text: string | null;
  readonly at: number | null;
}

const newestFirst = (a: Said, b: Said): number => (b.at ?? 0) - (a.at ?? 0);

/**
 * What several things say together. `null` among them is a word that is not known. A present issue counts whatever
 * stands beside it, with the newest words about an issue; without one, an unknown word leaves nothing to say.
 */
export const saidTogether = (things: readonly (Said | null)[]): Said | null => {
  const known = things.filter((said) => said !== null);
  const issues = known.filter(({ status }) => isIssue(status)).toSorted(newestFirst);
  const worst = gravest(issues);
  if (worst) {
    const spoken = issues.find(({ text }) => text !== null) ?? worst;
    return { status: worst.status, text: spoken.text, at: spoken.at ?? worst.at };
  }
  return known.length < things.length ? null : gravest(known.toSorted(newestFirst));
};

/** A reading from what was said. Words of an all-clear are left out: it is not quoted. */
export const readingOf = (
  source: string,
  service: ServiceId,
  { status, text, at }: Said,
  page: string | null,
): OfficialReading => ({
  service,
  word: {
    source,
    status,
    text: status === 'operational' ? null : text,
    url: page,
    at: at === null ? null : toTimestamp(at),
  },
});

/** One reading for each service: the gravest of those about it. */
export const gravestOfEach = (readings: readonly OfficialReading[]): OfficialReading[] => {
  const sorted = readings.toSorted((a, b) => byGravity(a.word.status, b.word.status));
  return sorted.filter(
    ({ service }, index) => sorted.findIndex((other) => other.service === service) === index,
  );
};
