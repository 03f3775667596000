import type { PageMark } from '../services/page-mark.ts';
import type { PageSnapshot } from './page-snapshot.ts';

type Address = Pick<PageSnapshot, 'region' | 'path'>;
type Document = Address & Pick<PageSnapshot, 'own' | 'others' | 'session' | 'inline'>;

/** Addresses on which a name that others chose (of an app, a site) stands in the page: there no sentence counts. */
const NAMES_OTHERS = /client_id|app_id|api_key|api_login|oauth|dialog/i;

/** Whether a mark can still match at this address. On a quiet address only a whole document speaks. */
export const fitsAddress = (mark: PageMark, { region, path }: Address): boolean =>
  (mark.on?.includes(region) ?? true) &&
  (mark.path?.test(path) ?? true) &&
  !mark.notPath?.test(path) &&
  !(mark.phrase && NAMES_OTHERS.test(path)) &&
  (region !== 'quiet' || mark.layer === 'document');

/**
 * Whether what is known of the document without looking at the mark's elements still allows it. Where others' writing
 * stands in the page only the service's own dialogs are believed more than `home` and `public`.
 */
export const fitsDocument = (mark: PageMark, page: Document): boolean =>
  (!page.others || mark.dialog || mark.kind === 'home' || mark.kind === 'public') &&
  (mark.session ?? page.session) === page.session &&
  (mark.own ?? page.own) === page.own &&
  (!mark.inline || page.inline.includes(mark.inline));

/** Whether the page's text allows the mark, too. */
export const saysSo = (mark: PageMark, page: PageSnapshot): boolean =>
  (!mark.short || page.short) &&
  (!mark.phrase ||
    page.sentences.some(
      ({ text, dialog }) => (dialog ? mark.dialog : !page.others) && mark.phrase?.test(text),
    ));
