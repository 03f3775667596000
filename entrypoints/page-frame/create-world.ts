import type { PageBackend } from '../../lib/app/page-backend.ts';
import { loadTexts } from '../../lib/text/load-texts.ts';
import { createChecklistStore } from './checklist-store.ts';
import type { PageWorld } from './page-world.ts';

const fetchJson = async (path: string): Promise<unknown> => (await fetch(`/${path}`)).json();

/** The real world of a page of the extension. */
export const createWorld = <Backend extends PageBackend>(backend: Backend): PageWorld<Backend> => ({
  backend,
  texts: (language) => loadTexts(language, navigator.languages, fetchJson),
  checklists: createChecklistStore(localStorage),
  now: () => Date.now(),
});
