import type { DatedVerdict } from '../../model/incident.ts';
import type { ServiceId } from '../../model/service-id.ts';
import { toTimestamp } from '../../model/timestamp.ts';
import type { ServiceFacts } from '../facts/service-facts.ts';
import type { Course } from '../course/course.ts';
import type { Diagnosis } from '../diagnose.ts';

/** An incident while it is open. Times are ms. */
export interface OpenIncident {
  readonly id: string;
  readonly service: ServiceId;
  readonly facts: ServiceFacts;
  readonly openedAt: number;
  /** Each change of what was said. */
  readonly verdicts: DatedVerdict[];
  /** The newest diagnosis; null before the first. */
  last: Diagnosis | null;
  /** When time alone can next change it; -Infinity: nothing of it is taken for known. */
  changesAt: number;
  /** Of that, when the words about the service next age, and when one about a linked service ends. */
  wordsUntil: number;
  linkedUntil: number;
  /** What was told of the network when it was made (bits of `what-changed.ts`). */
  network: number;
  /** The own facts that it was made of, as far as a glance tells whether they are still the same. */
  madeOf: Pick<ServiceFacts, 'answers' | 'refusedEverywhere'> & {
    readonly signs: number;
    readonly course: Course;
  };
  /** What may have changed by what was seen since (bits). */
  changed: number;
  /** How it has gone so far; replaced as a whole. */
  course: Course;
  /** For closing: the last news, whether there is a session to get back, and how far that has come. */
  newsAt: number;
  lostSession: boolean;
  signedIn: boolean;
  /** The last page asked something of this account: an answer of the server is no sign that it is open again. */
  barred: boolean;
  successes: number;
  recoveredAt: number | null;
  /** The last time at which direct evidence was still standing. */
  heldUntil: number;
  /** When it closes by itself if nothing more is seen (see `closingOf`); Infinity: not by itself. */
  closesAt: number;
}

/** A new incident. Its id depends on the service and the opening alone, so it stays when more is learned. */
export const openIncident = (
  facts: ServiceFacts,
  at: number,
  lostSession: boolean,
  course: Course,
): OpenIncident => ({
  id: `${facts.service}@${toTimestamp(at)}`,
  service: facts.service,
  facts,
  openedAt: at,
  verdicts: [],
  last: null,
  changesAt: -Infinity,
  wordsUntil: -Infinity,
  linkedUntil: -Infinity,
  network: 0,
  madeOf: { ...facts, signs: 0, course },
  changed: 0,
  course,
  newsAt: at,
  lostSession,
  signedIn: false,
  barred: false,
  successes: 0,
  recoveredAt: null,
  heldUntil: -Infinity,
  closesAt: Infinity,
});
