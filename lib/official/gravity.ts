import type { OfficialStatus } from '../model/feed.ts';

/** Issues first; `unreachable` tells least of all, since it is no all-clear. */
const ORDER: readonly OfficialStatus[] = ['outage', 'degraded', 'resolved', 'operational', 'unreachable'];

/** For sorting: below 0 when `a` is the graver. */
export const byGravity = (a: OfficialStatus, b: OfficialStatus): number =>
  ORDER.indexOf(a) - ORDER.indexOf(b);

/** Whether a status names a present issue. */
export const isIssue = (status: OfficialStatus): boolean => status === 'outage' || status === 'degraded';

/** The gravest; null of none. */
export const gravest = <Item extends { readonly status: OfficialStatus }>(
  items: readonly Item[],
): Item | null => items.toSorted((a, b) => byGravity(a.status, b.status))[0] ?? null;
