import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import type { PageKind } from '../../../../lib/model/page-kind.ts';
import { OPTIONAL_PAGES } from '../../../../lib/services/optional-pages.ts';
import type { ServicePages } from '../../../../lib/services/page-mark.ts';
import { WATCHED_PAGES } from '../../../../lib/services/watched-pages.ts';

export const FIXTURES = join(import.meta.dirname, '../../../fixtures/pages');

export interface Fixture {
  readonly file: string;
  readonly service: string;
  readonly url: string;
  readonly pageKind: string;
  /** Where the label is not enough: the very kind, or null for a page that must not be classified. */
  readonly exactly?: PageKind | null;
}

export const fixtures = JSON.parse(readFileSync(join(FIXTURES, 'index.json'), 'utf8')) as readonly Fixture[];

export const wantedOf = (fixture: Fixture): string | null =>
  fixture.exactly === undefined ? fixture.pageKind : fixture.exactly;

export const pagesFor = (service: string): ServicePages => {
  const pages = [...WATCHED_PAGES, ...OPTIONAL_PAGES].find((one) => one.service === service);
  if (!pages) throw new Error(`no pages of ${service}`);
  return pages;
};

const HIDDEN = '[hidden],[style*="display:none"],[style*="display: none"],input[type="hidden"]';

/** A document as a browser would show it; jsdom draws nothing, so being visible is told by attributes. */
export const openPage = (
  html: string,
  url: string,
): { document: Document; location: Location; view: Window } => {
  const { window } = new JSDOM(html, { url });
  Object.defineProperty(window.Element.prototype, 'checkVisibility', {
    value: function (this: Element) {
      return this.closest(HIDDEN) === null;
    },
  });
  return { document: window.document, location: window.location, view: window as unknown as Window };
};

export const openFixture = (fixture: Fixture) =>
  openPage(readFileSync(join(FIXTURES, fixture.file), 'utf8'), fixture.url);
