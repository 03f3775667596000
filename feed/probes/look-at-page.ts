import type { ServiceId } from '../../lib/model/service-id.ts';
import type { BoundedFetch, Probe } from '../sources/source.ts';
import type { OwnNetwork } from './own-network.ts';
import { showsAny, showsOneOf, type PageMark, type PageMarks } from './page-marks.ts';
import { readTags } from './read-tags.ts';

export interface PageProbe {
  readonly name: string;
  readonly service: ServiceId;
  readonly everySeconds: number;
  readonly url: string;
  /** Any of these shows that the page is there. */
  readonly wanted: readonly PageMark[];
  readonly error: PageMarks['error'];
}

const LIMITS = { bytes: 4 * 1024 * 1024, ms: 10_000, types: ['text/html', 'application/xhtml+xml'] } as const;

/** A page that has not been recognised for so long was rebuilt: that its marks are missing says nothing any more. */
const MARKS_HOLD_MS = 3 * 3_600_000;

type Sight = 'there' | 'error' | 'other' | 'unreachable' | 'refused';

const sightOf = async (fetch: BoundedFetch, { url, wanted, error }: PageProbe): Promise<Sight> => {
  const answer = await fetch(url, LIMITS);
  if (!answer.ok)
    return answer.fault === 'unreachable' || answer.fault === 'timeout' ? 'unreachable' : 'refused';
  if (answer.status >= 500) return 'error';
  if (answer.status !== 200) return 'refused'; // Turned away as a stranger or for asking often: of others it says nothing.
  const page = readTags(answer.text);
  if (showsOneOf(page, error)) return 'error';
  return showsAny(page, wanted) ? 'there' : 'other';
};

/**
 * Makes a probe that judges a page by its content. It saw the page (`true`) by its marks; it did not (`false`) where the
 * service answers 5xx or its error page, where the service can't be reached while other sites can, and where a page that
 * was recognised in the last three hours comes without its marks. In every other case it could not look (`null`).
 */
export const lookAtPage = (probe: PageProbe, network: OwnNetwork): Probe => {
  const { name, service, everySeconds } = probe;
  let recognisedAt: number | null = null;
  const judge = async (sight: Sight, fetch: BoundedFetch, now: number): Promise<boolean | null> => {
    switch (sight) {
      case 'there':
        recognisedAt = now;
        return true;
      case 'error':
        return false;
      case 'unreachable':
        return (await network.isUp(fetch, now)) ? false : null;
      case 'other':
        return recognisedAt !== null && now - recognisedAt <= MARKS_HOLD_MS ? false : null;
      case 'refused':
        return null;
    }
  };
  return {
    name,
    service,
    everySeconds,
    look: async (fetch, now) => ({
      service,
      ok: await judge(await sightOf(fetch, probe), fetch, now),
      at: now,
    }),
  };
};
