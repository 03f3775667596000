import { page, redirect, wholePath, type Answer, type PlatformRequest } from '../exchange.ts';
import type { Session } from '../sessions.ts';
import { CHECKPOINTS, type SiteState } from '../site-state.ts';
import { answerBackgroundRequest, isBackgroundRequest } from './background-requests.ts';
import { answerEndedSession, answerResume } from './ended-session.ts';
import { checkpointPage } from './pages/check-pages.ts';
import { homePage } from './pages/home-page.ts';
import { hostilePage, quotingPage } from './pages/hostile-pages.ts';
import { frontPage, loginPage } from './pages/login-page.ts';
import { publicPage } from './pages/public-page.ts';
import { hackedPage, recoveryPage } from './pages/recovery-pages.ts';
import { errorPage, rateLimitedPage, sessionExpiredPage, unavailablePage } from './pages/trouble-pages.ts';
import { deletedSessionCookies, deviceCookies } from './session-cookies.ts';
import { answerSignIn, answerSignOut, answerTwoFactor, isSignInPost, signInPageAt } from './sign-in.ts';

const isLogin = (path: string): boolean => /^\/login(\.php)?\/?/.test(path);

const signedInPage = (request: PlatformRequest, site: SiteState, { account }: Session): Answer => {
  if (site.mode === 'unavailable') return page(unavailablePage(account));
  if (site.mode === 'session-expired') return page(sessionExpiredPage(account, wholePath(request)));
  if (site.mode === 'checkpoint') return redirect(`/checkpoint/${site.checkpoint}${site.checkpoint && '/'}`);
  if (site.mode === 'suspended') return redirect(`/checkpoint/${CHECKPOINTS.suspended}/`);
  if (request.path.startsWith('/groups/hostile')) return page(hostilePage(account));
  if (request.path.startsWith('/groups/warnings')) return page(quotingPage(account));
  return page(homePage(account));
};

const visitorPage = (request: PlatformRequest, site: SiteState): Answer => {
  if (site.mode === 'unavailable') return page(unavailablePage(null));
  if (request.path === '/') return page(frontPage());
  const name = request.path.split('/')[1] ?? '';
  return page(publicPage(`${name.slice(0, 1).toUpperCase()}${name.slice(1)}`));
};

const answerPage = (request: PlatformRequest, site: SiteState, session: Session | null): Answer => {
  const { path, query } = request;
  if (session) {
    const ended = answerEndedSession(request, site, session);
    if (ended && !(session.ending === 'bare-redirect' && isLogin(path))) return ended;
  }
  const alive = session !== null && (session.ending === null || session.ending === 'json');
  const early = signInPageAt(request);
  if (early) return page(early);
  if (path.startsWith('/checkpoint')) return page(checkpointPage(path.split('/')[2] ?? ''));
  if (path.startsWith('/recover') || path.startsWith('/login/identify'))
    return page(recoveryPage(site.mode !== 'sign-in-outage'));
  if (path === '/hacked') return page(hackedPage());
  if (isLogin(path))
    return alive && site.mode !== 'session-expired'
      ? redirect(query.get('next') ?? '/')
      : page(loginPage(query.get('next'), query.has('next')));
  return alive ? signedInPage(request, site, session) : visitorPage(request, site);
};

const route = (request: PlatformRequest, site: SiteState): Answer => {
  const token = request.cookies.get('xs');
  const session = site.sessions.find(token);
  if (isBackgroundRequest(request)) return answerBackgroundRequest(site, session);
  if (site.mode === 'errors') return page(errorPage(), 500);
  if (site.mode === 'rate-limited') return page(rateLimitedPage(session?.account ?? null), 429);
  if (request.path === '/cookie/resume/') return answerResume(request, site);
  if (isSignInPost(request)) return answerSignIn(request, site);
  if (request.method === 'POST' && request.path.startsWith('/two_step_verification/'))
    return answerTwoFactor(request, site);
  if (request.path === '/logout.php') return answerSignOut(site, token, deletedSessionCookies());
  return answerPage(request, site, session);
};

/** Facebook: www, m and the other hosts alike. Every answer to a browser without device cookies brings them. */
export const answerFacebook = (request: PlatformRequest, site: SiteState): Answer => {
  const answer = route(request, site);
  return { ...answer, cookies: [...deviceCookies(request, site.secrets), ...answer.cookies] };
};
