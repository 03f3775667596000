import { assess } from '../diagnosis/index.ts';
import type { Observation } from '../model/observation.ts';
import type { ServiceId } from '../model/service-id.ts';
import { toMillis } from '../model/timestamp.ts';
import type { Verdict } from '../model/verdict.ts';

export const EXAMPLE_SERVICE: ServiceId = 'facebook';

const of = (time: string) => ({ at: `2026-01-01T${time}.000Z`, service: EXAMPLE_SERVICE }) as const;

/** A made-up break-in: a sign-out while all is well elsewhere, two refusals, and a mail of a stranger's change. */
const EXAMPLE: readonly Observation[] = [
  { ...of('12:00:00'), kind: 'session', change: 'ended', by: 'server' },
  { ...of('12:00:40'), kind: 'login', outcome: 'rejected' },
  { ...of('12:01:20'), kind: 'login', outcome: 'rejected' },
  { ...of('12:02:00'), kind: 'answer', question: 'posts-or-messages-not-yours', answer: 'no' },
  { ...of('12:02:30'), kind: 'answer', question: 'security-email-unrecognised', answer: 'yes' },
];

/** What the engine says of the example, so that the picture of how it weighs shows the engine's own numbers. */
export const exampleVerdict = (): Verdict => {
  const end = toMillis(EXAMPLE.at(-1)?.at ?? '');
  const current = assess(EXAMPLE, end).find(({ service }) => service === EXAMPLE_SERVICE)?.current;
  if (!current) throw new Error('the example holds no open incident');
  return current;
};
