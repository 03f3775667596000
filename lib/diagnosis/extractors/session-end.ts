import type { EvidenceKind } from '../../model/evidence.ts';
import { counted, evidence, type TimelessExtractor } from '../evidence.ts';
import { GONE_TOGETHER } from '../numbers/likelihoods.ts';
import type { Sign } from '../facts/signs.ts';

const ENDINGS: ReadonlyMap<Sign, EvidenceKind> = new Map<Sign, EvidenceKind>([
  ['ended:server', 'session-ended-by-server'],
  ['ended:browser', 'session-ended-by-browser'],
  ['ended:expiry', 'session-ended-by-expiry'],
  ['ended:eviction', 'session-ended-by-eviction'],
  ['ended:unknown', 'session-ended-unseen'],
  ['device-forgotten', 'device-forgotten'],
  ['logout:here', 'logged-out-here'],
  ['logout:everywhere', 'logged-out-everywhere'],
]);

/** How the session ended, and what the person or the browser did to it. */
export const sessionEnd: TimelessExtractor = ({ facts }, found) => {
  for (const [sign, sighting] of facts.signs) {
    const kind = ENDINGS.get(sign);
    if (kind) found.push(counted(kind, sighting));
  }
  const cleared = facts.signs.get('data-cleared');
  if (cleared) found.push(evidence('data-cleared', 1, { count: cleared.number ?? cleared.count }));
  const together = facts.signs.get('gone-together');
  if (together && !cleared) found.push(counted('data-cleared', together, GONE_TOGETHER));
  const again = facts.signs.get('signed-out-again');
  if (again)
    found.push(evidence('signed-out-again', 1, { count: again.count + 1, seconds: again.number ?? 0 }));
  const rhythm = facts.signs.get('routine-rhythm');
  if (rhythm) found.push(evidence('routine-rhythm', 1, { count: rhythm.count, seconds: rhythm.number ?? 0 }));
};
