import type { Symptom } from '../../../lib/model/feed.ts';
import type { PageKind } from '../../../lib/model/page-kind.ts';
import type { RequestOutcome } from '../../../lib/model/observation.ts';
import type { ServiceId } from '../../../lib/model/service-id.ts';

/** Trouble of one service over time, for many people. Times in ms; shares are what happens while it is at its worst. */
export interface Fault {
  readonly service: ServiceId;
  readonly start: number;
  /** From here on it is at its worst, until `easing`. */
  readonly full: number;
  readonly easing: number;
  readonly end: number;
  /** Sessions that end when they are used: deleted by the server, or only called ended by the page. */
  readonly ends: {
    readonly share: number;
    readonly how: 'deleted' | 'in-page';
    /** Share of sessions begun during the fault that end again. */
    readonly again: number;
  };
  /** What comes of a right password. The rest is accepted. */
  readonly signIn: { readonly refused: number; readonly error: number; readonly stuck: number };
  /** What pages show instead of what they should, to those signed in and those who are not. */
  readonly page: { readonly kind: PageKind; readonly share: number } | null;
  /** How requests fail. */
  readonly wire: { readonly outcomes: readonly RequestOutcome[]; readonly share: number } | null;
  /** Share of visits to the front door, without a session, that fail. */
  readonly frontDoor: number;
  /** What the world learns of it. */
  readonly crowd: {
    /** Reports at the worst, in multiples of an ordinary window. */
    readonly times: number;
    readonly symptoms: Readonly<Partial<Record<Symptom, number>>>;
    readonly scope: 'global' | 'regional';
    /** ms after the start; null: never said. */
    readonly officialAfter: number | null;
  };
}

/** How much of its worst a fault has reached at `at`, from 0 to 1: it rises, stays, and eases. */
export const levelAt = (fault: Fault, at: number): number => {
  if (at < fault.start || at >= fault.end) return 0;
  if (at < fault.full) return (at - fault.start) / (fault.full - fault.start);
  if (at < fault.easing) return 1;
  return (fault.end - at) / (fault.end - fault.easing);
};

/** A fault in which nothing yet happens to anybody, to be filled in. */
export const quietFault = (
  service: ServiceId,
  span: Pick<Fault, 'start' | 'full' | 'easing' | 'end'>,
): Fault => ({
  service,
  ...span,
  ends: { share: 0, how: 'deleted', again: 0 },
  signIn: { refused: 0, error: 0, stuck: 0 },
  page: null,
  wire: null,
  frontDoor: 0,
  crowd: { times: 0, symptoms: {}, scope: 'global', officialAfter: null },
});
