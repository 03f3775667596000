import type { Account } from '../accounts.ts';
import { dataScript, html, type Markup } from '../markup.ts';
import { INSTAGRAM_STYLE } from './style.ts';

interface DocumentParts {
  readonly title: string;
  readonly account: Account | null;
  /** The active route, e.g. `polaris.unifiedHome`, and its canonical name where it has one. */
  readonly policy: string;
  readonly canonicalRoute?: string;
  readonly body: Markup;
}

/** On Instagram `USER_ID` is 0 also for those who are signed in; `actorID` and `NON_FACEBOOK_USER_ID` tell (2025). */
const visitorData = ({ account, policy, canonicalRoute }: DocumentParts): unknown => ({
  require: [
    [
      'CurrentUserInitialData',
      [],
      { ACCOUNT_ID: '0', USER_ID: '0', NON_FACEBOOK_USER_ID: account?.id ?? '0' },
    ],
  ],
  actorID: account?.id ?? '0',
  tracePolicy: policy,
  ...(canonicalRoute ? { canonicalRouteName: canonicalRoute } : {}),
});

/** A whole page: html classes of 2020 and 2021, data and mount point of 2025 and 2026. */
export const instagramDocument = (parts: DocumentParts): string =>
  html`<!doctype html>
    <html class="_9dls ${parts.account ? 'logged-in' : 'not-logged-in'} client-root" lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta id="viewport" name="viewport" content="width=device-width,initial-scale=1" />
        <title>${parts.title}</title>
        <link rel="icon" href="data:," />
        <style>
          ${INSTAGRAM_STYLE}
        </style>
        ${dataScript(visitorData(parts))}
      </head>
      <body>
        <div id="mount_0_0_bb">${parts.body}</div>
      </body>
    </html>`.text;
