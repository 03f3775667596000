import type { Account } from '../../accounts.ts';
import { html, raw, type Markup } from '../../markup.ts';
import { facebookDocument } from '../document.ts';
import { singlePageScript } from '../single-page-script.ts';

export interface Post {
  readonly by: string;
  readonly when: string;
  readonly text: string;
  readonly picture?: boolean;
}

const ORDINARY_POSTS: readonly Post[] = [
  {
    by: 'Basil Sample',
    when: '12 min',
    text: 'First frost on the allotment this morning. The kale likes it.',
    picture: true,
  },
  {
    by: 'Cleo Instance',
    when: '1 h',
    text: 'Does anybody have a spare ladder for Saturday? Cake in return.',
  },
  { by: 'Village Choir', when: '3 h', text: 'Rehearsal moves to Thursday. Bring a pencil and a friend.' },
];

const initials = (name: string): string =>
  name
    .split(' ')
    .map(([first]) => first)
    .join('');

const postCard = ({ by, when, text, picture }: Post): Markup =>
  html`<article class="card" role="article">
    <header>
      <span class="face">${initials(by)}</span>
      <span><b>${by}</b><small>${when}</small></span>
    </header>
    <p>${text}</p>
    ${picture ? html`<div class="picture" role="img" aria-label="A garden in the morning"></div>` : null}
    <footer><span>Like</span><span>Comment</span><span>Share</span></footer>
  </article>`;

const topBar = (account: Account): Markup =>
  html`<div role="banner" class="bar">
    <a class="word" href="/" aria-label="Facebook">Facebook</a>
    <input class="search" type="search" aria-label="Search Facebook" placeholder="Search" />
    <nav role="navigation" aria-label="Facebook">
      <a href="/" data-spa aria-current="page">Home</a><a href="/friends/" data-spa>Friends</a
      ><a href="/watch/" data-spa>Video</a><a href="/marketplace/" data-spa>Market</a>
    </nav>
    <span class="face" role="img" aria-label="${account.name}">${initials(account.name)}</span>
    <form action="/logout.php" method="post" id="logout_form">
      <input type="hidden" name="h" value="0" /><button class="button second" id="logout">Log out</button>
    </form>
  </div>`;

/** The signed-in feed: roles, mount point and inline data of a capture of 2025. Its links change the address by script. */
export const homePage = (account: Account, posts: readonly Post[] = ORDINARY_POSTS, extra?: Markup): string =>
  facebookDocument({
    title: 'Facebook',
    account,
    route: 'comet.home',
    body: html`<div id="mount_0_0_aa">
        ${topBar(account)}
        <div class="columns">
          <aside role="complementary">
            <a href="/me/" data-spa>${account.name}</a><a href="/groups/feed/" data-spa>Groups</a
            ><a href="/memories/" data-spa>Memories</a><a href="/events/" data-spa>Events</a>
          </aside>
          <div role="main" id="main">
            <h1 hidden>Home</h1>
            <div role="feed">${posts.map(postCard)}</div>
          </div>
          <aside role="complementary"><b>Contacts</b><a>Cleo Instance</a><a>Dorian Specimen</a></aside>
        </div>
      </div>
      ${extra ?? null}
      <script>
        ${raw(singlePageScript)};
      </script>`,
  });
