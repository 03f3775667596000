import type { Evidence } from '../evidence.ts';
import type { PageKind } from '../../model/page-kind.ts';

/** What was seen of one service, each condensed to how often and when. */
export type Sign =
  | `page:${PageKind}`
  | `ended:${'server' | 'user' | 'browser' | 'expiry' | 'eviction' | 'unknown'}`
  | 'started'
  /** A session that was there is gone, and not by the person's own sign-out here. */
  | 'session-lost'
  | 'device-forgotten'
  | 'data-cleared'
  | 'gone-together'
  | 'logout:here'
  | 'logout:everywhere'
  | 'signed-out-again'
  | 'routine-rhythm'
  | 'login:accepted'
  | 'login:error'
  | 'login:challenged'
  | 'refused'
  | 'refused-in-trouble'
  | 'errors-in-a-row'
  | 'request:server-error'
  | 'request:transport'
  | 'request:tls'
  | 'request:blocked'
  | 'request:rate-limited'
  | 'request:ok';

/** How often something was seen, and when last (ms). `number` is one figure worth telling, e.g. seconds. */
export interface Sighting {
  readonly count: number;
  readonly last: number;
  readonly number: number | undefined;
  /** What is left of a failure that was seen a while before the session was lost (0 to 1; all of it if not given). */
  readonly part?: number;
  /** The evidence that was made of it, kept so that it is not made again. */
  asEvidence: Evidence | null;
}

/** The signs of one service. `changes` counts each time that one appears or goes, and not how often one is seen. */
export class Signs extends Map<Sign, Sighting> {
  changes = 0;
  override set(sign: Sign, sighting: Sighting): this {
    if (!this.has(sign)) this.changes += 1;
    return super.set(sign, sighting);
  }
  override delete(sign: Sign): boolean {
    this.changes += 1;
    return super.delete(sign);
  }
}

/** Notes that a sign was seen `count` times at `at`. */
export const see = (signs: Signs, sign: Sign, at: number, count = 1, number?: number): void => {
  const before = signs.get(sign);
  const total = (before ? before.count : 0) + count;
  signs.set(sign, { count: total, last: at, number, asEvidence: null });
};

/** When the last of these signs was seen; -Infinity if none. */
export const lastOf = (signs: Signs, ...wanted: readonly Sign[]): number => {
  let last = -Infinity;
  for (const sign of wanted) {
    const seen = signs.get(sign);
    if (seen && seen.last > last) last = seen.last;
  }
  return last;
};

/** The person's own sign-out, which stays the reason for being out until a session begins or another end is seen. */
const OWN_SIGN_OUT: ReadonlySet<Sign> = new Set<Sign>(['logout:here', 'logout:everywhere', 'ended:user']);

/** Forgets what was last seen before `time`; the person's own sign-out not while they are still `out` by it. */
export const forgetBefore = (signs: Signs, time: number, out: boolean): void => {
  for (const [sign, sighting] of signs)
    if (sighting.last < time && !(out && OWN_SIGN_OUT.has(sign))) signs.delete(sign);
};

/** A session that went otherwise, and a good while later, was none that the person had signed out of. */
export const forgetOwnSignOut = (signs: Signs, before: number): void => {
  for (const sign of OWN_SIGN_OUT) if ((signs.get(sign)?.last ?? Infinity) < before) signs.delete(sign);
};
