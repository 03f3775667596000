import type { FeedEntry, FeedPayload } from '../../lib/model/feed.ts';
import type { ServiceId } from '../../lib/model/service-id.ts';
import { toMillis } from '../../lib/model/timestamp.ts';
import type { EvidenceOfStatus } from '../status/evidence-of-status.ts';
import type { Services } from './payload.ts';

export interface DecideParts {
  readonly services: readonly ServiceId[];
  readonly evidence: (service: ServiceId, at: number) => EvidenceOfStatus;
  readonly decideEntry: (evidence: EvidenceOfStatus, before: FeedEntry | null, at: number) => FeedEntry;
}

/** What was said longer ago than this is no beginning of what is said now, in milliseconds. */
const REMEMBERED = 30 * 60_000;

/**
 * Decides the entries of all services. What this node decided last comes before what is published, where an outage may
 * have been lowered for want of a witness: else it would begin anew every minute.
 */
export const createDecision = ({ services, evidence, decideEntry }: DecideParts) => {
  let last: { readonly at: number; readonly entries: Services } | null = null;
  return (at: number, published: FeedPayload | null): Services => {
    const issued = published ? toMillis(published.issuedAt) : -Infinity;
    const newest = last && last.at >= issued ? last : { at: issued, entries: published?.services ?? {} };
    const before = Math.abs(at - newest.at) <= REMEMBERED ? newest.entries : {};
    const entries = Object.fromEntries(
      services.map((id) => [id, decideEntry(evidence(id, at), before[id] ?? null, at)]),
    );
    last = { at, entries };
    return entries;
  };
};
