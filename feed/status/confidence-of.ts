import type { FeedStatus } from '../../lib/model/feed.ts';
import type { CrowdReading } from '../crowd/crowd-reading.ts';
import type { EvidenceOfStatus } from './evidence-of-status.ts';
import type { Standing } from './standing.ts';

/**
 * How sure each status is, as the share of moments in which it is right. Reasoned, and held against the truth in the simulations
 * (docs/detection.md has the table). Independent witnesses multiply the doubt: 0.9 and 0.9 together are 0.99, of which
 * no more than 0.98 is claimed.
 */
export const CONFIDENCE = {
  /** Official issues are rare and true, but some are of another part, or left standing. */
  officialOutage: 0.9,
  officialDegraded: 0.8,
  /** An issue that neither pages nor people know of: another part, or one that is over and not yet taken down. */
  officialAgainstBoth: 0.4,
  officialAndOneMore: 0.95,
  allThree: 0.98,
  /** Looks that fail from several places while people complain: two witnesses of two kinds. */
  failingAndHigh: 0.97,
  failingAndRaised: 0.9,
  /** Looks alone can fail because of where they look from; a crowd that is there and calm speaks for that. */
  failingAlone: 0.7,
  failingWhileCalm: 0.2,
  /** Chance is ruled out at 1e-6, rented networks are not, and least where a few would do. */
  crowdOfMany: 0.77,
  crowdOfFew: 0.6,
  /** The alarm stands, but the complaints have stopped: in most cases it will be over ten minutes from now. */
  crowdFading: 0.2,
  /** What a calm crowd is worth: with people known to be there, with the pages seen, with both. */
  calmSeenAndPresent: 0.97,
  calmAndPresent: 0.93,
  calmAndSeen: 0.93,
  calm: 0.85,
  /** Complaints that are odd, not yet enough: the first minutes of an outage, or a bad day of one provider. */
  raised: 0.6,
  /** One minute that ordinary days hardly bring, and no second one yet: most outages begin so. */
  firstOddMinute: 0.05,
  /** The pages answer and nobody is there to complain. They answered on 2024-03-05 too. */
  seenAlone: 0.6,
  nothingKnown: 0,
} as const;

/** From here on a crowd is one of many networks. */
const MANY_NETWORKS = 20;
/** Below so many, twice the usual, or a tenth of the last hour's height, complaints have stopped. */
const STILL_COMPLAINING = 8;
/** So many times the usual in a window are odd by themselves. */
const ODD = 4;
const AN_HOUR_OF_CURVE = 6;

const isLoud = (crowd: CrowdReading | null): boolean => {
  if (crowd === null || crowd.level === 'none') return false;
  const height = Math.max(0, ...crowd.curve.slice(-AN_HOUR_OF_CURVE));
  return crowd.networks >= Math.max(STILL_COMPLAINING, 2 * crowd.expected, height / 10);
};

const isStirring = (crowd: CrowdReading | null): boolean =>
  crowd !== null &&
  crowd.level === 'none' &&
  crowd.networks >= Math.max(STILL_COMPLAINING, ODD * crowd.expected);

const ofOutage = ({ official, probes, crowd }: Standing, loud: boolean, word: string | undefined): number => {
  const others = Number(probes === 'failing') + Number(loud);
  if (official === 'none') return crowd === 'high' ? CONFIDENCE.failingAndHigh : CONFIDENCE.failingAndRaised;
  if (others === 2) return CONFIDENCE.allThree;
  if (others === 1) return CONFIDENCE.officialAndOneMore;
  if (probes === 'fine' && crowd !== 'dead' && crowd !== 'silent') return CONFIDENCE.officialAgainstBoth;
  return word === 'outage' ? CONFIDENCE.officialOutage : CONFIDENCE.officialDegraded;
};

const ofDegraded = ({ probes, crowd }: Standing, loud: boolean, networks: number): number => {
  if (probes === 'failing') return crowd === 'calm' ? CONFIDENCE.failingWhileCalm : CONFIDENCE.failingAlone;
  if (!loud) return CONFIDENCE.crowdFading;
  return networks >= MANY_NETWORKS ? CONFIDENCE.crowdOfMany : CONFIDENCE.crowdOfFew;
};

const ofOperational = ({ probes, crowd }: Standing, present: boolean): number => {
  if (crowd === 'raised') return CONFIDENCE.raised;
  if (crowd === 'silent') return CONFIDENCE.seenAlone;
  if (probes === 'fine') return present ? CONFIDENCE.calmSeenAndPresent : CONFIDENCE.calmAndSeen;
  return present ? CONFIDENCE.calmAndPresent : CONFIDENCE.calm;
};

/** How sure this status is on this evidence, 0 to 1. */
export const confidenceOf = (
  status: FeedStatus,
  standing: Standing,
  { official, crowd }: EvidenceOfStatus,
): number => {
  if (status === 'outage') return ofOutage(standing, isLoud(crowd), official?.status);
  if (status === 'degraded') return ofDegraded(standing, isLoud(crowd), crowd?.networks ?? 0);
  if (status === 'operational' && isStirring(crowd)) return CONFIDENCE.firstOddMinute;
  if (status === 'operational') return ofOperational(standing, crowd !== null && crowd.rate !== null);
  return CONFIDENCE.nothingKnown;
};
