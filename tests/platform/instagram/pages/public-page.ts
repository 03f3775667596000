import { html } from '../../markup.ts';
import { instagramDocument } from '../document.ts';

/** A profile as a visitor without a session sees it, popup included (2026). */
export const publicPage = (handle: string): string =>
  instagramDocument({
    title: `${handle} (@${handle}) • Instagram photos and videos`,
    account: null,
    policy: 'polaris.profilePage',
    canonicalRoute: 'comet.igweb.PolarisLoggedOutDesktopProfileRoute',
    body: html`<main role="main">
        <h1 class="word">${handle}</h1>
        <div class="grid">
          <div class="picture"></div>
          <div class="picture"></div>
          <div class="picture"></div>
        </div>
      </main>
      <div class="veil">
        <div role="dialog" aria-label="Sign up">
          <h2>Never miss a post from ${handle}</h2>
          <a class="button" href="/accounts/emailsignup/">Sign up</a>
          <a href="/accounts/login/?next=%2F${handle}%2F">Log in</a>
        </div>
      </div>`,
  });
