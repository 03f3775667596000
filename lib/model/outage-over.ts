import type { EvidenceKind } from './evidence.ts';
import { currentVerdict, type Incident } from './incident.ts';
import type { Verdict } from './verdict.ts';

/** The shared status' word of trouble, as it stands now. */
const TROUBLE: readonly EvidenceKind[] = ['feed-outage', 'feed-degraded'];

/** Whether a verdict rests on a word of trouble that stands now: of the shared status, or of an official page. */
export const restsOnTrouble = ({ reasons }: Pick<Verdict, 'reasons'>): boolean =>
  reasons.some(({ evidence }) => evidence === 'official-issue' || TROUBLE.includes(evidence));

/**
 * Whether a verdict of an outage may stand beside the word that it is over: the shared status names no trouble now. With
 * an alarm to act the alarm is what counts, and nothing is over.
 */
export const mayBeOver = ({ cause, alarm, reasons }: Pick<Verdict, 'cause' | 'alarm' | 'reasons'>): boolean =>
  cause === 'outage' && alarm !== 'act' && !reasons.some(({ evidence }) => TROUBLE.includes(evidence));

/** Whether an open incident is an outage that was found to be over, also at the front door, and noted as such. */
export const isFoundOver = (incident: Incident): boolean =>
  incident.closedAt === null &&
  incident.notices.at(-1)?.cause === null &&
  mayBeOver(currentVerdict(incident).verdict);
