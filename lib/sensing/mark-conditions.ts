import type { PageMark, ServicePages } from '../services/page-mark.ts';
import type { PageSnapshot } from './page-snapshot.ts';

type Address = Pick<PageSnapshot, 'region' | 'path'>;
type Document = Address & Pick<PageSnapshot, 'title' | 'own' | 'session' | 'route' | 'inline'>;

/** Whether a mark can still match at this address. Text counts nowhere where a name that others chose may stand. */
export const fitsAddress = (mark: PageMark, at: Address, pages: ServicePages): boolean =>
  (!mark.on || mark.on.includes(at.region)) &&
  (!mark.path || mark.path.test(at.path)) &&
  !mark.notPath?.test(at.path) &&
  !(mark.phrases && at.region !== 'elsewhere' && pages.foreignNames.test(at.path)) &&
  // On a quiet address only a whole document speaks: what was asked for is not what came.
  (at.region !== 'quiet' || mark.layer === 'document');

/** Whether what is known of the document without looking at its elements still allows the mark. */
export const fitsDocument = (mark: PageMark, page: Document): boolean =>
  (mark.session === undefined || mark.session === page.session) &&
  (!mark.route || mark.route.test(page.route)) &&
  (!mark.inline || page.inline.includes(mark.inline)) &&
  (!mark.title || mark.title.test(page.title)) &&
  (mark.own === undefined || mark.own === page.own);

/** Whether elements of the page have to be looked at for this mark. */
export const asksElements = (mark: PageMark): boolean =>
  mark.select !== undefined || mark.without !== undefined;

const says = (mark: PageMark, page: PageSnapshot): boolean =>
  !mark.phrases ||
  page.sentences.some(
    ({ text, where }) =>
      (mark.phraseIn === undefined
        ? where !== 'dialog' || page.region !== 'elsewhere'
        : where === mark.phraseIn) && mark.phrases?.some((phrase) => text.startsWith(phrase)),
  );

/** Whether every condition of the mark holds. */
export const matches = (mark: PageMark, page: PageSnapshot, pages: ServicePages): boolean =>
  fitsAddress(mark, page, pages) &&
  fitsDocument(mark, page) &&
  (!asksElements(mark) || page.elements.includes(mark.id)) &&
  (!mark.short || page.short) &&
  says(mark, page) &&
  (!mark.text || mark.text.test(page.sentences.map(({ text }) => text).join(' ')));
