import { classifyPage, type Classification } from '../../lib/sensing/classify-page.ts';
import { readSnapshot } from '../../lib/sensing/read-snapshot.ts';
import type { ServicePages } from '../../lib/services/page-mark.ts';
import { OPTIONAL_PAGES } from '../../lib/services/optional-pages.ts';
import { WATCHED_PAGES } from '../../lib/services/watched-pages.ts';

const ALL_PAGES = [...WATCHED_PAGES, ...OPTIONAL_PAGES];

/** For pages of nobody that is watched: no mark of a service, only those of blockers. */
const nobody = (pages: ServicePages): ServicePages => ({ ...pages, own: 'html:not(html)', marks: [] });

/** The service by the page's own host; where the address is unknown, by the index. */
const pagesFor = (service: string, host: string): ServicePages | null => {
  const pages =
    ALL_PAGES.find(({ mainHosts }) => mainHosts.test(host)) ??
    ALL_PAGES.find((one) => one.service === service);
  if (pages) return pages;
  const [first] = ALL_PAGES;
  return service === 'block' && first ? nobody(first) : null;
};

/** Classifies the document that this runs in, with the very code of the content script. */
const classifyHere = (service: string): Classification => {
  const pages = pagesFor(service, location.hostname);
  return pages ? classifyPage(readSnapshot(document, location, pages)) : { page: null, marks: [] };
};

Object.assign(globalThis, { classifyHere });
