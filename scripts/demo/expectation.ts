import type { Expected } from './story.ts';

interface Seen {
  readonly service: string;
  readonly cause: string;
  readonly alarm: string;
  readonly certainty?: string;
}

const fits = (wanted: readonly string[] | undefined, seen: string | undefined): boolean =>
  wanted === undefined || (seen !== undefined && wanted.includes(seen));

/** Whether what is shown is what the story expects. */
export const isExpected = (expected: Expected, seen: Seen): boolean =>
  seen.service === expected.service &&
  fits(expected.cause, seen.cause) &&
  fits(expected.alarm, seen.alarm) &&
  fits(expected.certainty, seen.certainty);

/** The expectation in words, for the message of a step that failed. */
export const inWords = ({ service, cause, certainty, alarm }: Expected): string =>
  [service, cause.join(' or '), certainty?.join(' or '), alarm && `alarm ${alarm.join(' or ')}`]
    .filter((part) => part !== undefined)
    .join(', ');
