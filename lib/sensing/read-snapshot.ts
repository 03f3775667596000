import { BLOCK_MARKS } from '../services/block-marks.ts';
import type { PageMark, ServicePages } from '../services/page-mark.ts';
import { findAll, findOne } from './find.ts';
import { fitsAddress, fitsDocument } from './mark-conditions.ts';
import type { PageSnapshot } from './page-snapshot.ts';
import { readInlineData } from './read-inline-data.ts';
import { readSentences } from './read-sentences.ts';
import { regionOf } from './page-region.ts';
import { isVisible } from './visible.ts';

/** The part of a page's address that is looked at. */
export type PageAddress = Pick<Location, 'pathname' | 'search'>;

/** Where others write, in any of the services. Instagram once put its sign-in form into an `article`; no post holds one. */
const OTHERS =
  '[role="feed"],[role="article"],article:not(:has(input[type="password"])),[contenteditable="true"]';

const holds = ({ select, without }: PageMark, document: Document): boolean =>
  !(without && findOne(document, without)) && (!select || findAll(document, select).some(isVisible));

/**
 * Reads a page: the only code that looks at a document to classify it. Looks first at what is cheap and only then at
 * the elements of marks that could still match. It runs no code of the page, writes nothing, and reads no typed value.
 */
export const readSnapshot = (document: Document, address: PageAddress, pages: ServicePages): PageSnapshot => {
  const path = (address.pathname + address.search).slice(0, 2_000);
  const region = regionOf(pages, path);
  const marks = [...pages.marks, ...BLOCK_MARKS].filter((mark) => fitsAddress(mark, { region, path }));
  const words = marks.flatMap(({ inline }) => inline ?? []);
  const known = {
    region,
    path,
    own: findOne(document, pages.own) !== null,
    others: findOne(document, OTHERS) !== null,
    ...readInlineData(document, pages.sessionSigns, words),
  };
  return {
    ...known,
    marks: marks.filter((mark) => fitsDocument(mark, known) && holds(mark, document)),
    ...readSentences(document, known),
  };
};
