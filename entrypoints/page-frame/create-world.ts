import type { PageBackend } from '../../lib/app/page-backend.ts';
import { loadTexts } from '../../lib/text/load-texts.ts';
import { createChecklistStore } from './checklist-store.ts';
import type { PageWorld } from './page-world.ts';

const fetched = new Map<string, Promise<unknown>>();

const fetchJson = (path: string): Promise<unknown> => {
  const known = fetched.get(path) ?? fetch(`/${path}`).then((answer) => answer.json());
  fetched.set(path, known);
  return known;
};

/** The real world of a page of the extension. */
export const createWorld = <Backend extends PageBackend>(backend: Backend): PageWorld<Backend> => {
  const texts: PageWorld['texts'] = (language) => loadTexts(language, navigator.languages, fetchJson);
  // Which language was chosen is known only after a look into the store: the likeliest one is fetched meanwhile.
  void texts('auto').catch(() => null);
  return { backend, texts, checklists: createChecklistStore(localStorage), now: () => Date.now() };
};
