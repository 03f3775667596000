import type { Sharing } from '../model/sharing.ts';
import type { Done, PageBackend } from './page-backend.ts';

/** What the pages need beside the rest on which one chooses a feed and whether to report. */
export interface SharingBackend extends PageBackend {
  /** Which feeds there are to choose from, and what became of reports. */
  readSharing(): Promise<Sharing>;
  /**
   * Tries a feed of the person's own and uses it when it is good. `base` may be empty; `trust` is the text of a
   * `trust.json`. The reason of a refusal is an `OwnFeedFault`.
   */
  useFeed(base: string, trust: string): Promise<Done>;
  /** Asks the browser whether reports may be sent, where it has a dialog for that; must run in the click itself. */
  requestReporting(): Promise<boolean>;
  /** Gives that permission back. */
  dropReporting(): Promise<boolean>;
}
