import type { PageBackend } from '../../lib/app/page-backend.ts';
import type { Settings } from '../../lib/model/settings.ts';
import type { Texts } from '../../lib/text/texts.ts';
import type { ChecklistStore } from './checklist-store.ts';

/** Everything outside that a page works with. */
export interface PageWorld<Backend extends PageBackend = PageBackend> {
  readonly backend: Backend;
  readonly texts: (language: Settings['language']) => Promise<Texts>;
  readonly checklists: ChecklistStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
