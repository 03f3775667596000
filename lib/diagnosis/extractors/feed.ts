import type { EvidenceKind } from '../../model/evidence.ts';
import { evidence, type Evidence, type Extractor } from '../evidence.ts';
import { freshness, type FeedFact } from '../facts/feed-fact.ts';
import { LOG_MASS_LOGOUT_AND_REFUSED } from '../numbers/log-likelihoods.ts';
import { officialIssue } from '../facts/absorb-official.ts';

const STATUS_KIND = {
  outage: 'feed-outage',
  degraded: 'feed-degraded',
  operational: 'feed-operational',
  unknown: null,
} as const;

/** The parts of an entry: which evidence each is, and what it is worth when fresh. */
const partsOf = (feed: FeedFact): readonly (readonly [EvidenceKind, number])[] => {
  const status = STATUS_KIND[feed.status];
  return [
    ...(status ? [[status, feed.worth.status] as const] : []),
    ['feed-mass-logout', feed.worth.massLogout],
    ['feed-sign-in-works', feed.worth.signInWorks],
    ['feed-suspensions', feed.worth.suspensions],
    ['official-issue', feed.worth.official],
  ];
};

const strongest = (strengths: Map<EvidenceKind, number>, kind: EvidenceKind, strength: number): void => {
  if (strength > (strengths.get(kind) ?? 0)) strengths.set(kind, strength);
};

/** The shared feed, by age, and issues on official pages that were read directly. Silence of either adds nothing. */
export const feed: Extractor = ({ facts, at }, found: Evidence[]) => {
  const strengths = new Map<EvidenceKind, number>();
  for (const one of [facts.feed, facts.heldFeed]) {
    if (!one) continue;
    const fresh = freshness(one, at);
    if (fresh === 0) continue;
    for (const [kind, worth] of partsOf(one)) {
      // A newer outage takes the place of an earlier "operational", not of the rest of that entry.
      if (one !== facts.heldFeed || kind !== 'feed-operational') strongest(strengths, kind, worth * fresh);
    }
  }
  strongest(strengths, 'official-issue', officialIssue(facts, at));
  for (const [kind, strength] of strengths) {
    const seconds = facts.feed ? Math.max(0, Math.round((at - facts.feed.issuedAt) / 1000)) : 0;
    const plain = evidence(kind, strength, facts.feed ? { seconds } : undefined);
    const refusing = kind === 'feed-mass-logout' && facts.feed?.refusing === true;
    found.push(refusing ? { ...plain, row: LOG_MASS_LOGOUT_AND_REFUSED } : plain);
  }
};
