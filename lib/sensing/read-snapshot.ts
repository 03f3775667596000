import { BLOCK_MARKS } from '../services/block-marks.ts';
import type { PageMark, ServicePages } from '../services/page-mark.ts';
import { asksElements, fitsAddress, fitsDocument } from './mark-conditions.ts';
import { normalise } from './normalise.ts';
import { regionOf } from './page-region.ts';
import type { PageSnapshot } from './page-snapshot.ts';
import { readInlineData } from './read-inline-data.ts';
import { readSentences } from './read-sentences.ts';
import { isVisible } from './visible.ts';

/** The part of a page's address that is looked at. */
export type PageAddress = Pick<Location, 'hostname' | 'pathname' | 'search'>;

const LOOK_AT = 10;

/** By the prototype: an element of the page with such a name must not stand in for the document's own property. */
const rootOf = (document: Document): Element | null =>
  Reflect.get(Object.getPrototypeOf(document) as object, 'documentElement', document) as Element | null;

const holds = (mark: PageMark, root: Element): boolean => {
  if (mark.without !== undefined && (root.matches(mark.without) || root.querySelector(mark.without)))
    return false;
  if (mark.select === undefined) return true;
  const found = [...root.querySelectorAll(mark.select)].slice(0, LOOK_AT);
  return (root.matches(mark.select) ? [root, ...found] : found).some(isVisible);
};

const EMPTY = {
  title: '',
  own: false,
  session: null,
  route: '',
  inline: [],
  elements: [],
  short: true,
  sentences: [],
};

/**
 * Reads a page: the only code that looks at a document to classify it. Looks first at what is cheap and only then at
 * the elements of marks that could still match. It runs no code of the page, writes nothing, and reads no typed value.
 */
export const readSnapshot = (document: Document, address: PageAddress, pages: ServicePages): PageSnapshot => {
  const path = (address.pathname + address.search).slice(0, 2_000);
  const at = { region: regionOf(pages, address.hostname, path), path };
  const root = rootOf(document);
  if (!root) return { ...at, ...EMPTY };

  const marks = [...pages.marks, ...BLOCK_MARKS].filter((mark) => fitsAddress(mark, at, pages));
  const words = [...new Set(marks.flatMap(({ inline }) => inline ?? []))];
  const known = {
    ...at,
    title: normalise((root.querySelector('head title')?.textContent ?? '').slice(0, 200)),
    own: root.matches(pages.own) || root.querySelector(pages.own) !== null,
    ...readInlineData(root, pages, words),
  };
  const asking = marks.filter((mark) => asksElements(mark) && fitsDocument(mark, known));
  return {
    ...known,
    elements: asking.filter((mark) => holds(mark, root)).map(({ id }) => id),
    ...readSentences(root, known.own, at.region === 'sign-in' || at.region === 'security'),
  };
};
