import { html } from '../../markup.ts';
import { facebookDocument } from '../document.ts';

/**
 * A page as a visitor without a session sees it, with the sign-in form of its bar and the popup over it (2024). The popup
 * comes to everybody who is not signed in: it says nothing about a lost session.
 */
export const publicPage = (name: string): string =>
  facebookDocument({
    title: `${name} | Facebook`,
    account: null,
    route: 'comet.profile.plus_logged_out',
    body: html`<div id="mount_0_0_aa">
      <div role="banner" class="bar">
        <a class="word" href="/" aria-label="Facebook">Facebook</a>
        <form action="/login/device-based/regular/login/?login_attempt=1" id="login_form" method="POST">
          <input name="email" type="email" placeholder="Email or phone" aria-label="Email or phone" />
          <input name="pass" type="password" placeholder="Password" aria-label="Password" />
          <input type="hidden" name="login_source" value="comet_login_header" />
        </form>
      </div>
      <div role="main" class="columns">
        <span></span>
        <div>
          <div class="card">
            <div class="picture"></div>
            <h1>${name}</h1>
            <p class="soft">Public page · 1,204 followers</p>
          </div>
          <article class="card" role="article"><p>Open from nine to five, soup at noon.</p></article>
        </div>
      </div>
      <div class="veil">
        <div role="dialog" aria-label="See more on Facebook">
          <h2>See more from ${name}</h2>
          <form
            id="login_popup_cta_form"
            action="/login/device-based/regular/login/?login_attempt=1"
            method="post"
          >
            <input
              class="field"
              id=":r1:"
              name="email"
              aria-label="Email or phone number"
              placeholder="Email or phone number"
            />
            <input
              class="field"
              id=":r4:"
              name="pass"
              type="password"
              aria-label="Password"
              placeholder="Password"
            />
            <button class="button">Log in</button>
          </form>
          <p class="center"><a href="/recover/initiate/?ars=royal_blue_bar">Forgot password?</a></p>
        </div>
      </div>
    </div>`,
  });
