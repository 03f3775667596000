import { html, raw } from '../../markup.ts';
import { instagramDocument } from '../document.ts';
import { signInScript } from '../sign-in-script.ts';

/**
 * The sign-in page. The form has had three shapes: named `username`/`password` until 2025, `email`/`pass` until early 2026,
 * without names since. This is the first one with the autocomplete words of all.
 */
export const loginPage = (): string =>
  instagramDocument({
    title: 'Login • Instagram',
    account: null,
    policy: 'polaris.loginPage',
    canonicalRoute: 'comet.igweb.PolarisLoginRoute',
    body: html`<main role="main" class="sheet">
        <p class="word">Instagram</p>
        <form id="loginForm" method="post" novalidate>
          <input
            class="field"
            type="text"
            name="username"
            autocomplete="username"
            aria-label="Phone number, username, or email"
            placeholder="Phone number, username, or email"
          />
          <input
            class="field"
            type="password"
            name="password"
            autocomplete="current-password"
            aria-label="Password"
            placeholder="Password"
          />
          <button class="button" type="submit">Log in</button>
        </form>
        <p id="slfErrorAlert" class="wrong" role="alert" hidden></p>
        <p><a href="/accounts/password/reset/">Forgot password?</a></p>
      </main>
      <script>
        ${raw(signInScript)};
      </script>`,
  });
