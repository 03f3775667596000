import type { OfficialWord } from '../../lib/model/feed.ts';
import type { Observation } from '../../lib/model/observation.ts';
import type { ServiceId } from '../../lib/model/service-id.ts';

/** The longest curve of reports, and the last official word, that the shared status held during an incident. */
export const reportsAtThatTime = (
  service: ServiceId,
  observations: readonly Observation[],
): { readonly curve: readonly number[] | null; readonly official: OfficialWord | null } => {
  const entries = observations.flatMap((seen) =>
    seen.kind === 'feed' && seen.state === 'verified' && seen.service === service ? [seen.entry] : [],
  );
  return {
    curve: entries.findLast(({ curve }) => curve !== undefined && curve.length > 1)?.curve ?? null,
    official: entries.findLast(({ official }) => official !== null)?.official ?? null,
  };
};
