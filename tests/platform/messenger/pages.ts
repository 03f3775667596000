import type { Account } from '../accounts.ts';
import { facebookDocument } from '../facebook/document.ts';
import { html } from '../markup.ts';

/** The sign-in page; with `refused` the words and the recovery link of a capture of 2020. */
export const loginPage = (refused: boolean): string =>
  facebookDocument({
    title: 'Messenger',
    account: null,
    body: html`<div class="narrow" id="XMessengerDotComLoginViewPlaceholder">
      <p class="brand">Messenger</p>
      <form class="card" id="login_form" action="/login/password/" method="post">
        ${
          refused
            ? html`<div class="wrong">
                <div>Type your password again</div>
                <div>
                  The password you entered is incorrect.
                  <a href="https://www.facebook.com/recover/initiate?ars=facebook_login_pw_error"
                    >Did you forget your password?</a
                  >
                </div>
              </div>`
            : null
        }
        <div id="loginform">
          <input
            class="field"
            type="text"
            id="email"
            name="email"
            aria-label="Email or phone number"
            placeholder="Email or phone number"
          />
          <input
            class="field"
            type="password"
            id="pass"
            name="pass"
            aria-label="Password"
            placeholder="Password"
          />
          <button class="button" value="1" id="loginbutton" name="login" type="submit">Continue</button>
        </div>
      </form>
    </div>`,
  });

/** A conversation, signed in: what tells is the box one writes in. */
export const chatPage = (account: Account): string =>
  facebookDocument({
    title: 'Messenger',
    account,
    route: 'comet.messenger.thread',
    body: html`<div role="navigation" class="bar">
        <span class="word">Messenger</span><b>${account.name}</b>
      </div>
      <div role="main" class="columns">
        <aside><a>Cleo Instance</a><a>Basil Sample</a></aside>
        <div class="card">
          <p>Shall we say seven?</p>
          <p>Seven it is.</p>
          <div class="field" contenteditable="true" role="textbox" aria-label="Message"></div>
        </div>
      </div>`,
  });
