import { html } from '../../markup.ts';
import { instagramDocument } from '../document.ts';

/** The error page of the service's own router (route name of 2025, words of March 2024). */
export const errorPage = (): string =>
  instagramDocument({
    title: 'Page couldn’t load • Instagram',
    account: null,
    policy: 'polaris.httpErrorPage',
    canonicalRoute: 'comet.igweb.PolarisHttpErrorRoute',
    body: html`<main role="main" class="sheet">
      <h2>Something went wrong</h2>
      <p>There's an issue and the page could not be loaded.</p>
      <a class="button" href="">Reload page</a>
    </main>`,
  });

/** Words of March 2026 as the press quoted them for the sister service; no capture exists. */
export const unavailablePage = (): string =>
  instagramDocument({
    title: 'Instagram',
    account: null,
    policy: 'polaris.unavailablePage',
    body: html`<main role="main" class="sheet">
      <h2>Account Temporarily Unavailable</h2>
      <p>Your account is currently unavailable due to a site issue. Please try again in a few minutes.</p>
    </main>`,
  });

/** 429 on a page. The words are those of the interface's own answer. */
export const rateLimitedPage = (): string =>
  instagramDocument({
    title: 'Instagram',
    account: null,
    policy: 'polaris.httpErrorPage',
    body: html`<main role="main" class="sheet">
      <h2>Please wait a few minutes before you try again.</h2>
      <p class="soft">HTTP ERROR 429</p>
    </main>`,
  });
