import { page, type Answer, type PlatformRequest } from '../exchange.ts';
import { dataScript, html, raw } from '../markup.ts';
import type { SiteState } from '../site-state.ts';

/**
 * Services of which only the front door is played yet: enough for a probe without credentials and for the marks of a
 * visitor's page. A service that gets sessions moves into a folder of its own.
 */

const VISITOR = { USER_ID: '0', NON_FACEBOOK_USER_ID: '0', actorID: '0' };
const PROFILE = {
  tracePolicy: 'barcelona.profilePage',
  canonicalRouteName: 'comet.barcelonawebloggedout.profile',
};

/** Threads in 2025: data of a visitor, the sign-in page as one observer described it. */
const threadsPage = ({ path }: PlatformRequest): string =>
  path.startsWith('/login')
    ? html`<!doctype html>
        <html class="_9dls" lang="en">
          <meta charset="utf-8" />
          <title>Threads • Log in</title>
          ${dataScript(VISITOR)}
          <main role="main">
            <h1>Log in with your Instagram account</h1>
            <form>
              <input type="text" autocomplete="username" aria-label="Username" />
              <input type="password" autocomplete="current-password" aria-label="Password" />
              <button>Log in</button>
            </form>
          </main>
        </html>`.text
    : html`<!doctype html>
        <html class="_9dls" lang="en">
          <meta charset="utf-8" />
          <title>Threads</title>
          ${dataScript({ ...VISITOR, ...PROFILE })}
          <div id="barcelona-page-layout"><a href="/login">Log in</a></div>
        </html>`.text;

const pairing = html`<div class="landing-wrapper">
  <div data-ref="code"><canvas aria-label="Scan this code to link a device"></canvas></div>
</div>`;

/** The start page is the same whether linked or not (2026); with `post_logout=1` the pairing screen follows. */
const whatsappPage = ({ query }: PlatformRequest): string =>
  html`<!doctype html>
    <html id="whatsapp-web" lang="en">
      <meta charset="utf-8" />
      <title>WhatsApp Web</title>
      <div id="app"><div id="wa_web_initial_startup"></div></div>
      ${query.has('post_logout') ? pairing : null}
    </html>`.text;

/** X in 2025: the state in the page's data, and the two buttons of a visitor. */
const xPage = ({ path }: PlatformRequest): string =>
  html`<!doctype html>
    <html lang="en" dir="ltr">
      <meta charset="utf-8" />
      <title>${path.startsWith('/i/flow/login') ? 'Log in to X / X' : 'X'}</title>
      <script>
        ${raw('window.__INITIAL_STATE__={"isLoggedIn":false}')};
      </script>
      <div id="react-root">
        <h1>Happening now</h1>
        <a data-testid="login" href="/i/flow/login">Log in</a>
        <a data-testid="signup" href="/i/flow/signup">Sign up</a>
      </div>
    </html>`.text;

const failing = (site: SiteState): Answer | null =>
  site.mode === 'errors'
    ? page('<!doctype html><title>Error</title><h1>Something went wrong</h1>', 503)
    : null;

export const answerThreads = (request: PlatformRequest, site: SiteState): Answer =>
  failing(site) ?? page(threadsPage(request));
export const answerWhatsapp = (request: PlatformRequest, site: SiteState): Answer =>
  failing(site) ?? page(whatsappPage(request));
export const answerX = (request: PlatformRequest, site: SiteState): Answer =>
  failing(site) ?? page(xPage(request));
