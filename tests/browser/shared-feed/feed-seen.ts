import type { ObservationOf } from '../../../lib/model/observation.ts';
import { storedLog } from '../extension/stored-log.ts';
import type { Tab } from '../harness/browser-under-test.ts';

export type FeedSeen = ObservationOf<'feed'>;

const isOfFacebook = (seen: unknown): seen is FeedSeen => {
  const { kind, service } = seen as { kind?: unknown; service?: unknown };
  return kind === 'feed' && service === 'facebook';
};

/** The log as the extension keeps it, oldest first, read in one of its own pages that is open. */
export const logIn = (page: Tab): Promise<unknown[]> => page.evaluate(storedLog);

/** What was logged of the feed about Facebook, oldest first. */
export const feedSeenIn = async (page: Tab): Promise<FeedSeen[]> => (await logIn(page)).filter(isOfFacebook);
