import type { Account } from '../accounts.ts';
import { dataScript, html, type Markup } from '../markup.ts';
import { FACEBOOK_STYLE } from './style.ts';

interface DocumentParts {
  readonly title: string;
  /** Who is signed in; null writes the zeroes of a visitor. */
  readonly account: Account | null;
  /** The active route, such as `comet.home`; classic pages have none. */
  readonly route?: string;
  readonly body: Markup;
  /** Where a page without scripts is sent, and whatever else belongs into the head. */
  readonly head?: Markup;
}

/** The data about the visitor that stands in every page (structure of captures of 2025). */
const currentUser = (account: Account | null): unknown => [
  'CurrentUserInitialData',
  [],
  {
    ACCOUNT_ID: account?.id ?? '0',
    USER_ID: account?.id ?? '0',
    NAME: account?.name ?? '',
    SHORT_NAME: account?.name.split(' ')[0] ?? null,
    IS_BUSINESS_PERSON_ACCOUNT: false,
  },
];

const routeData = (route: string, account: Account | null): unknown => ({
  actorID: account?.id ?? '0',
  tracePolicy: route,
  canonicalRouteName: route,
});

/** A whole page: root id, inline data and mount point as captures of 2024 and 2025 have them. */
export const facebookDocument = ({ title, account, route, body, head }: DocumentParts): string =>
  html`<!doctype html>
    <html id="facebook" class="_9dls" lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="referrer" content="origin-when-crossorigin" id="meta_referrer" />
        <title id="pageTitle">${title}</title>
        <link rel="icon" href="data:," />
        <style>
          ${FACEBOOK_STYLE}
        </style>
        ${dataScript(currentUser(account))} ${route ? dataScript(routeData(route, account)) : null}
        ${head ?? null}
      </head>
      <body dir="ltr" class="${account ? '_6s5d' : '_6s5d UIPage_LoggedOut'}">
        ${body}
      </body>
    </html>`.text;

/** A narrow page with one card: sign-in, checks, notices. */
export const narrowPage = (heading: string, inside: Markup): Markup =>
  html`<div id="globalContainer">
    <div id="content" role="main" class="narrow">
      <p class="brand">Facebook</p>
      <div class="card">
        <h1 id="header_block">${heading}</h1>
        ${inside}
      </div>
    </div>
  </div>`;
