import type { EvidenceKind } from '../../model/evidence.ts';
import { evidence, type Extractor } from '../evidence.ts';
import { freshness, type FeedFact } from '../facts/feed-fact.ts';
import { LOG_MASS_LOGOUT_AND_REFUSED } from '../numbers/log-likelihoods.ts';
import { officialIssue } from '../facts/absorb-official.ts';

const STATUS_KIND = {
  outage: 'feed-outage',
  degraded: 'feed-degraded',
  operational: 'feed-operational',
  unknown: null,
} as const;

/** What an entry's parts are worth at a moment, beside what an earlier entry that is held says; the stronger counts. */
const worthOf = (
  part: keyof FeedFact['worth'],
  now: FeedFact | null,
  fresh: number,
  held: FeedFact | null,
  heldFresh: number,
): number => Math.max(now ? now.worth[part] * fresh : 0, held ? held.worth[part] * heldFresh : 0);

/** The shared feed, by age, and issues on official pages that were read directly. Silence of either adds nothing. */
export const feed: Extractor = ({ facts, at }, found) => {
  const { feed: now, heldFeed: held } = facts;
  const fresh = now ? freshness(now, at) : 0;
  const heldFresh = held ? freshness(held, at) : 0;
  const detail = now ? { seconds: Math.max(0, Math.round((at - now.issuedAt) / 1000)) } : undefined;
  const add = (kind: EvidenceKind | null, strength: number): void => {
    if (kind !== null && strength > 0) found.push(evidence(kind, strength, detail));
  };
  const official = officialIssue(facts, at);
  if (fresh > 0 || heldFresh > 0) {
    const kind = now && STATUS_KIND[now.status];
    const heldKind = held && STATUS_KIND[held.status];
    const status = now ? now.worth.status * fresh : 0;
    const heldStatus = held ? held.worth.status * heldFresh : 0;
    if (kind === heldKind) add(kind, Math.max(status, heldStatus));
    else {
      add(kind, status);
      // A newer outage takes the place of an earlier "operational", not of the rest of that entry.
      if (heldKind !== 'feed-operational') add(heldKind, heldStatus);
    }
    const massLogout = worthOf('massLogout', now, fresh, held, heldFresh);
    if (massLogout > 0 && now?.refusing)
      found.push({
        kind: 'feed-mass-logout',
        row: LOG_MASS_LOGOUT_AND_REFUSED,
        strength: massLogout,
        detail,
      });
    else add('feed-mass-logout', massLogout);
    add('feed-sign-in-works', worthOf('signInWorks', now, fresh, held, heldFresh));
    add('feed-suspensions', worthOf('suspensions', now, fresh, held, heldFresh));
    add('official-issue', Math.max(official, worthOf('official', now, fresh, held, heldFresh)));
  } else add('official-issue', official);
};
