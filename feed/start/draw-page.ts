import type { FeedPayload } from '../../lib/model/feed.ts';
import type { Page } from '../http/create-app.ts';
import { chosenLanguage } from '../page/language.ts';
import { renderStatusPage, STATUS_PAGE_STYLE_HASH } from '../page/render-status-page.ts';

/** A page that was drawn may be shown again for so long, in milliseconds: thousands may ask at once. */
const KEPT = 2_000;

/** Draws the status page, each language at most every two seconds. `asked` is the language that the address names. */
export const createPages = (payload: () => FeedPayload | null, now: () => number) => {
  const drawn = new Map<
    string,
    { readonly at: number; readonly of: FeedPayload | null; readonly page: Page }
  >();
  return (asked: string | null, acceptLanguage: string | null): Page => {
    const language = chosenLanguage(asked, acceptLanguage);
    const [at, of] = [now(), payload()];
    const before = drawn.get(language);
    if (before && before.of === of && Math.abs(at - before.at) < KEPT) return before.page;
    const page = {
      html: renderStatusPage({ payload: of, now: at, language }),
      styleHash: STATUS_PAGE_STYLE_HASH,
    };
    drawn.set(language, { at, of, page });
    return page;
  };
};
