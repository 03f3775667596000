import type { LoginOutcome } from '../../model/observation.ts';
import type { PageKind } from '../../model/page-kind.ts';
import { serviceId } from '../../model/service-id.ts';
import { z, type Infer } from '../../model/zod.ts';

/** A sign-in form that was really sent and whose outcome is not known yet. `at` in ms since 1970. */
export const signInAttempt = z.strictObject({ service: serviceId, at: z.number() });
export type SignInAttempt = Infer<typeof signInAttempt>;

/** After this long an attempt has come to nothing that could be seen. */
export const ATTEMPT_LIVES_MS = 3 * 60_000;

const OUTCOMES: Partial<Record<PageKind, LoginOutcome>> = {
  'wrong-password': 'rejected',
  'old-password': 'rejected',
  'two-factor': 'challenged',
  checkpoint: 'challenged',
  'unusual-login': 'challenged',
  locked: 'challenged',
  suspended: 'challenged',
  error: 'error',
  unavailable: 'error',
  home: 'accepted',
};

/** What a page that appears after a sent sign-in says of its outcome; null when it says nothing. */
export const outcomeOfPage = (page: PageKind): LoginOutcome | null => OUTCOMES[page] ?? null;

/** What the status of the answer to a sign-in request says; a 2xx or 4xx says nothing: the page tells. */
export const outcomeOfSignInStatus = (status: number): LoginOutcome | null =>
  status >= 500 ? 'error' : null;

/** The attempt of a service that still waits for its outcome at `now` (ms), or null. */
export const waitingAttempt = (
  attempts: readonly SignInAttempt[],
  service: string,
  now: number,
): SignInAttempt | null =>
  attempts.find((attempt) => attempt.service === service && now - attempt.at <= ATTEMPT_LIVES_MS) ?? null;

/** Without the service's attempts and without those that came to nothing. */
export const withoutAttempt = (
  attempts: readonly SignInAttempt[],
  service: string,
  now: number,
): readonly SignInAttempt[] =>
  attempts.filter((attempt) => attempt.service !== service && now - attempt.at <= ATTEMPT_LIVES_MS);
