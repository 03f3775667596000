import type { Account } from '../../accounts.ts';
import { html, type Markup } from '../../markup.ts';
import { facebookDocument, narrowPage } from '../document.ts';
import { homePage } from './home-page.ts';

/** The static error page as delivered in 2026: title `Error`, class `core`, no ids, a comment of its generator at the end. */
export const errorPage = (): string =>
  `${
    html`<!doctype html>
      <html lang="en" id="facebook">
        <head>
          <title>Error</title>
          <meta charset="utf-8" />
          <meta http-equiv="Cache-Control" content="no-cache" />
          <meta name="robots" content="noindex,nofollow" />
          <style>
            html,
            body {
              color: #333;
              font-family: Tahoma, Verdana, Arial, sans-serif;
              margin: 0;
              text-align: center;
            }
            #header {
              padding: 14px 0;
            }
            .core {
              margin: auto;
              max-width: 880px;
              padding: 1em;
              text-align: left;
            }
            h1 {
              font-size: 18px;
            }
            p {
              font-size: 13px;
            }
            .footer {
              border-top: 1px solid #ddd;
              color: #777;
              font-size: 11px;
              padding: 5px 0;
            }
          </style>
        </head>
        <body>
          <div id="header"><a href="//www.facebook.com/">facebook</a></div>
          <div class="core">
            <h1>Sorry, something went wrong.</h1>
            <p>We're working on getting this fixed as soon as we can.</p>
            <p><a id="back" href="//www.facebook.com/">Go back</a></p>
            <div class="footer">Meta © 2026 · <a href="//www.facebook.com/help/">Help</a></div>
          </div>
        </body>
      </html>`.text
  }<!-- @codegen-command : phps GenerateErrorPages -->`;

/** The older static error page: ids `core`, `sorry`, `promise` (2020). */
export const oldErrorPage = (): string =>
  html`<!doctype html>
    <html lang="en" id="facebook">
      <head>
        <title>Facebook | Error</title>
        <meta charset="utf-8" />
        <meta name="robots" content="noindex" />
      </head>
      <body>
        <div id="header"></div>
        <div id="core">
          <h1 id="sorry">Sorry, something went wrong.</h1>
          <p id="promise">We're working on it and we'll get it fixed as soon as we can.</p>
          <p id="back-link"><a href="//www.facebook.com/">Go back</a></p>
          <div id="footer"><span id="copyright">Facebook © 2020</span></div>
        </div>
      </body>
    </html>`.text;

/** "Account temporarily unavailable": words of March 2026 as the press quoted them; no capture exists. */
export const unavailablePage = (account: Account | null): string =>
  facebookDocument({
    title: 'Facebook',
    account,
    body: narrowPage(
      'Account Temporarily Unavailable',
      html`<p class="center">
          Your account is currently unavailable due to a site issue. We expect this to be resolved shortly.
          Please try again in a few minutes.
        </p>
        <p class="center"><a class="button second" href="/">Reload</a></p>`,
    ),
  });

/** Too many requests. No capture exists: the words are those of feature blocks (B). */
export const rateLimitedPage = (account: Account | null): string =>
  facebookDocument({
    title: 'Facebook',
    account,
    body: narrowPage(
      'You’re temporarily blocked',
      html`<p class="center">
        It looks like you were misusing this feature by going too fast. You’ve been temporarily blocked from
        using it. Please try again later.
      </p>`,
    ),
  });

const expiredDialog = (next: string): Markup =>
  html`<div class="veil" id="session_expired_dialog">
    <div role="dialog" aria-modal="true" aria-label="Session expired">
      <h2>Session expired</h2>
      <p>Please log in again.</p>
      <a class="button" href="/login/?next=${encodeURIComponent(next)}">Log in</a>
    </div>
  </div>`;

/** The feed with a session-expired dialog over it. The words are those of 2024; the markup is a guess. */
export const sessionExpiredPage = (account: Account, next: string): string =>
  homePage(account, undefined, expiredDialog(next));
