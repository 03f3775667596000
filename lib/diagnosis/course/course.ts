import type { FeedFact } from '../facts/feed-fact.ts';
import type { World } from '../facts/world.ts';
import { STILL_OUT } from '../numbers/windows.ts';

/**
 * How an incident has gone so far. An incident asks what took this person's access away *then*; a feed that says
 * `operational` again and a sign-in that works again are its end and say nothing of its cause. So the word of trouble
 * that was in force then is kept, and is evidence again once the trouble is over. Times are ms.
 */
export interface Course {
  /** The strongest verified word of trouble that was in force while the incident was open, and how fresh it then was. */
  readonly trouble: { readonly feed: FeedFact; readonly fresh: number } | null;
  /** When the last word of trouble expires. */
  readonly troubleUntil: number;
  /** When a verified `operational` followed it; null while none did. */
  readonly overAt: number | null;
  /** Whether the word of trouble still held when `operational` took its place. */
  readonly unbroken: boolean;
  /** Whether a new word of trouble came after that. */
  readonly again: boolean;
  /** The last sign that the person still cannot get in, and what is no outage's doing. */
  readonly contraryAt: number;
  /** Since when the person is in again, or served again; null while not. */
  readonly backAt: number | null;
  /** How the network was bad when the service failed; null if it was not, or if something failed since. */
  readonly badNetwork: World['badState'] | null;
}

/** The course of an incident that has just begun. */
export const BEGINNING: Course = {
  trouble: null,
  troubleUntil: -Infinity,
  overAt: null,
  unbroken: false,
  again: false,
  contraryAt: -Infinity,
  backAt: null,
  badNetwork: null,
};

/** From when on (ms) a person who is still refused after the trouble ended is weighed as on any other day. */
export const weighedAnewAt = ({ overAt, contraryAt, backAt }: Course): number =>
  backAt === null && overAt !== null && contraryAt > overAt ? overAt + STILL_OUT : Infinity;

/**
 * Whether trouble that a verified feed has shown is over at `at`: the person is in again, or the feed says so and
 * the person is not still refused after some minutes. Then `operational` says nothing against an outage.
 */
export const troubleIsOver = (course: Course, at: number): boolean =>
  course.trouble !== null &&
  (course.backAt !== null || (course.overAt !== null && at <= weighedAnewAt(course)));

/**
 * Whether the word of trouble from then is evidence at `at`. Where the person is still out, only one that held when
 * `operational` took its place: what had expired before is no evidence for an outage (rule S4).
 */
export const remembersTrouble = (course: Course, at: number): boolean =>
  troubleIsOver(course, at) &&
  (course.backAt !== null || (course.unbroken && (!course.again || at < course.troubleUntil)));

/** Whether a word of trouble was in force at a time of this incident, as far as its course tells. */
export const inTroubleAt = ({ overAt, troubleUntil }: Course, time: number): boolean =>
  time < troubleUntil && (overAt === null || time < overAt);
