import type { Account } from '../../accounts.ts';
import { html, raw } from '../../markup.ts';
import { instagramDocument } from '../document.ts';
import { homeScript } from '../home-script.ts';

const POSTS = [
  { by: 'basil.sample', text: 'Low tide, nobody else awake.' },
  { by: 'cleo.instance', text: 'Fourth loaf. This one rose.' },
] as const;

/** The signed-in feed. Its links change the address by script; the sign-out is a background request. */
export const homePage = (account: Account): string =>
  instagramDocument({
    title: 'Instagram',
    account,
    policy: 'polaris.feedPage',
    canonicalRoute: 'comet.igweb.PolarisFeedRoute',
    body: html`<div class="shell">
        <nav class="side" role="navigation">
          <p class="word">Instagram</p>
          <a href="/" data-spa aria-current="page">Home</a><a href="/explore/" data-spa>Explore</a
          ><a href="/reels/" data-spa>Reels</a><a href="/direct/inbox/" data-spa>Messages</a
          ><a href="/${account.handle}/" data-spa>Profile</a>
          <button class="button second" id="logout" data-user="${account.id}">Log out</button>
        </nav>
        <main role="main" id="main">
          <div class="stories" aria-hidden="true"><span></span><span></span><span></span><span></span></div>
          ${POSTS.map(
            ({ by, text }) =>
              html`<article class="post">
                <header><span class="dot"></span>${by}</header>
                <div class="picture" role="img" aria-label="A picture"></div>
                <p><b>${by}</b> ${text}</p>
              </article>`,
          )}
        </main>
      </div>
      <script>
        ${raw(homeScript)};
      </script>`,
  });

/** What follows a sign-in: "save your login info?". */
export const oneTapPage = (account: Account): string =>
  instagramDocument({
    title: 'Instagram',
    account,
    policy: 'polaris.oneTapPage',
    body: html`<main role="main" class="sheet">
      <p class="word">Instagram</p>
      <h2>Save your login info?</h2>
      <a class="button" href="/">Save info</a><a href="/">Not now</a>
    </main>`,
  });
