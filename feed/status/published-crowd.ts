import type { FeedEntry } from '../../lib/model/feed.ts';
import { REPORT_BUCKET_SECONDS } from '../../lib/model/report.ts';
import type { CrowdReading } from '../crowd/crowd-reading.ts';
import { FEWEST_PUBLISHED, roundedDown, toHundredths, toTenths } from './rounding.ts';

/** A reading covers the bucket of the moment and the one before. */
const WINDOW_SECONDS = 2 * REPORT_BUCKET_SECONDS;
const LONGEST_CURVE = 36;

type CrowdPart = Pick<FeedEntry, 'reports' | 'symptoms'> & Partial<Pick<FeedEntry, 'curve'>>;

/** The expected is told in the measure of the count, so that their ratio is that of the networks. */
const reportsOf = ({ count, networks, expected }: CrowdReading): FeedEntry['reports'] => {
  const reports = Math.max(count, networks);
  return {
    windowSeconds: WINDOW_SECONDS,
    count: roundedDown(reports),
    expected: toTenths((expected * reports) / networks),
    reporters: roundedDown(networks),
  };
};

/** Symptoms are told while the crowd is raised. On a calm day they are the ailments of a few. */
const symptomsOf = ({ level, symptoms }: CrowdReading): FeedEntry['symptoms'] =>
  level === 'none'
    ? {}
    : Object.fromEntries(Object.entries(symptoms).map(([name, share]) => [name, toHundredths(share)]));

/**
 * The last window has only just begun at times: by itself it would seem to fall to nothing each ten minutes. So the curve
 * ends in no fewer than the networks of this moment.
 */
const curveOf = ({ curve, networks }: CrowdReading): Pick<CrowdPart, 'curve'> => {
  const last = curve.at(-1);
  if (last === undefined) return {};
  const values = [...curve.slice(0, -1), Math.max(last, networks)];
  return { curve: values.slice(-LONGEST_CURVE).map(roundedDown) };
};

/** What of the crowd may be published: nothing of fewer than twenty networks, and no number as it was counted. */
export const publishedCrowd = (crowd: CrowdReading | null): CrowdPart => {
  if (crowd === null) return { reports: null, symptoms: {} };
  if (crowd.networks < FEWEST_PUBLISHED) return { reports: null, symptoms: {}, ...curveOf(crowd) };
  return { reports: reportsOf(crowd), symptoms: symptomsOf(crowd), ...curveOf(crowd) };
};
