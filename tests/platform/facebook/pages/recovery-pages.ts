import { html } from '../../markup.ts';
import { facebookDocument, narrowPage } from '../document.ts';

/** Find-your-account. In a sign-in outage it comes up empty, as on 5 March 2024. */
export const recoveryPage = (works: boolean): string =>
  facebookDocument({
    title: 'Forgot password | Can’t log in | Facebook',
    account: null,
    body: works
      ? narrowPage(
          'Find your account',
          html`<p>Please enter your email address or mobile number to search for your account.</p>
            <form id="identify_form" method="post" action="/recover/initiate/">
              <input class="field" name="email" id="identify_email" aria-label="Email or mobile number" />
              <button class="button">Search</button>
            </form>`,
        )
      : html`<div id="globalContainer"><div id="content" role="main"></div></div>`,
  });

/** Where a person starts who thinks that the account was taken over. */
export const hackedPage = (): string =>
  facebookDocument({
    title: 'Report a compromised account',
    account: null,
    body: narrowPage(
      'Report compromised account',
      html`<p>
          If you believe your account has been compromised by another person, we'll help you secure it.
        </p>
        <form method="post" action="/hacked"><button class="button">Get started</button></form>`,
    ),
  });
